import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { runInNewContext } from 'node:vm';

/** The commands that code associates. */
export const actionsOf = (code: string): ReadonlySet<string> =>
  new Set([...code.matchAll(/Office\.actions\.associate\(["'](\w+)["']/g)].map(([, name]) => name!));

/** The commands that the sources of a folder associate. */
export const actionsOfFolder = (folder: string): ReadonlySet<string> =>
  actionsOf(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
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
    throw new Error(`functions.js cannot be run: ${reasonOf(error)}.`, { cause: error });
  }
  return ids;
}

/** What a script threw, which may be anything; its errors are not those of our own realm. */
const reasonOf = (thrown: unknown): string =>
  typeof thrown === 'object' && thrown !== null && 'message' in thrown
    ? String(thrown.message)
    : `it throws ${inspect(thrown)}`;
