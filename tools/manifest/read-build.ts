import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { ManifestContext } from './check-manifest.ts';

/** The files of a built folder, as the checks of its manifest ask for them. */
export const builtFiles = (folder: string): NonNullable<ManifestContext['built']> => ({
  has: (path) => existsSync(join(folder, path)),
  pictureWidth: (path) => pictureWidth(join(folder, path)),
});

/** The width of a PNG, which stands in its header. */
function pictureWidth(path: string): number | undefined {
  return existsSync(path) ? readFileSync(path).readUInt32BE(16) : undefined;
}

/** The commands that code associates. */
export const actionsOf = (code: string): ReadonlySet<string> =>
  new Set([...code.matchAll(/Office\.actions\.associate\(["'](\w+)["']/g)].map(([, name]) => name!));

/** The commands that the sources or scripts of a folder associate. */
export const actionsOfFolder = (folder: string): ReadonlySet<string> =>
  actionsOf(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|js)$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n'),
  );

/** The ids that a script of custom functions associates when it is run. */
export function associatedIds(script: string): readonly string[] {
  const ids: string[] = [];
  const page: Record<string, unknown> = {
    CustomFunctions: { associate: (id: string) => ids.push(id), Error, ErrorCode: {} },
  };
  page['window'] = page['self'] = page;
  try {
    runInNewContext(script, page);
  } catch (error) {
    throw new Error(`functions.js cannot be run: ${(error as Error).message}.`, { cause: error });
  }
  return ids;
}
