import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { registry, namespace } from '../../src/functions/registry.ts';
import { checkManifest, type ManifestContext } from './check-manifest.ts';

/** The commands that the pane's code associates. */
export const actionsOf = (code: string): ReadonlySet<string> =>
  new Set([...code.matchAll(/Office\.actions\.associate\('(\w+)'/g)].map(([, name]) => name!));

/** The width of a PNG, which stands in its header. */
export function pictureWidth(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  return readFileSync(path).readUInt32BE(16);
}

/** What a built folder holds against what the registry says: one set of functions. */
export function checkFunctions(folder: string): string[] {
  const path = join(folder, 'functions.json');
  if (!existsSync(path)) return ['The build holds no functions.json.'];
  const { functions } = JSON.parse(readFileSync(path, 'utf8')) as { functions: { id: string }[] };
  const [built, known] = [functions, registry].map((list) =>
    list
      .map(({ id }) => id)
      .sort()
      .join(),
  );
  return built === known ? [] : ['functions.json and the registry hold different functions: build again.'];
}

async function main(paths: readonly string[]): Promise<number> {
  const actions = actionsOf(readFileSync('src/taskpane/taskpane.ts', 'utf8'));
  const folder = 'dist/addin';
  const built: ManifestContext['built'] = {
    has: (path) => existsSync(join(folder, path)),
    pictureWidth: (path) => pictureWidth(join(folder, path)),
  };
  const standard: readonly (readonly [string, ManifestContext['built']])[] = [
    ['manifest.xml', undefined],
    ...(existsSync(`${folder}/manifest.xml`) ? ([[`${folder}/manifest.xml`, built]] as const) : []),
  ];
  const wanted = paths.length > 0 ? paths.map((path) => [path, undefined] as const) : standard;
  let faults = 0;
  for (const [path, files] of wanted) {
    if (!existsSync(path)) {
      console.error(`There is no manifest at ${path}.`);
      return 2;
    }
    const found = checkManifest(readFileSync(path, 'utf8'), { namespace, actions, ...(files && { built: files }) });
    if (files) found.push(...checkFunctions(folder));
    faults += found.length;
    console.log(found.length === 0 ? `${path}: sound.` : `${path}:`);
    for (const fault of found) console.log(`  ${fault}`);
  }
  if (paths.length === 0 && wanted.length === 1)
    console.log('No build yet: npm run build -- --env url=https://your.host/st');
  if (faults === 0) await askMicrosoft(wanted.map(([path]) => path));
  return faults === 0 ? 0 : 1;
}

/** Microsoft's own validator, which needs the internet. */
async function askMicrosoft(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      ['node_modules/office-addin-manifest/cli.js', 'validate', path],
      { timeout: 20_000 },
    ).catch((error: { stdout?: string; stderr?: string }) => ({
      stdout: error.stdout ?? '',
      stderr: error.stderr ?? '',
    }));
    const said = `${stdout}${stderr}`;
    if (/ENOTFOUND|ECONN|EAI_AGAIN|Unable to contact|ETIMEDOUT/.test(said) || said === '')
      return console.log("Microsoft's validator cannot be reached from here; these are the offline checks.");
    console.log(`Microsoft's validator on ${path}:\n${said}`);
  }
}

if (process.argv[1]?.endsWith('validate.ts')) process.exitCode = await main(process.argv.slice(2));
