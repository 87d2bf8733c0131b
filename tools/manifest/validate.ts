import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { namespace, registry } from '../../src/functions/registry.ts';
import { checkFunctions } from './check-functions.ts';
import { checkManifest } from './check-manifest.ts';
import { askMicrosoft } from './microsoft-validator.ts';
import { actionsOfFolder, associatedIds, builtFiles } from './read-build.ts';

const source = 'manifest.xml';
const folder = 'dist/addin';
const built = join(folder, 'manifest.xml');

/** The faults of the built folder: those of its manifest, and functions that its files do not agree on. */
function checkBuild(): string[] {
  const read = (name: string): string =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';
  const faults = checkManifest(read('manifest.xml'), {
    namespace,
    actions: actionsOfFolder(folder),
    built: builtFiles(folder),
  });
  try {
    const metadata = JSON.parse(read('functions.json') || '{"functions":[]}') as { functions: { id: string }[] };
    const functions = {
      'functions.json': metadata.functions.map(({ id }) => id),
      'functions.js': associatedIds(read('functions.js')),
      'help.html': [...read('help.html').matchAll(/<section id="?(\w+)/g)].map(([, id]) => id!),
    };
    const known = registry.map(({ id }) => id);
    return [...faults, ...checkFunctions(functions, known)];
  } catch (error) {
    return [...faults, `The functions of the build cannot be read: ${(error as Error).message}`];
  }
}

const checkSource = (path: string): string[] =>
  checkManifest(readFileSync(path, 'utf8'), { namespace, actions: actionsOfFolder('src/taskpane') });

/** Checks the manifests named, or else ours and that of the build, and says what was checked and found. */
async function validate(named: readonly string[]): Promise<0 | 1 | 2> {
  const paths = named.length > 0 ? named : [source, ...(existsSync(built) ? [built] : [])];
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) {
    console.error(`There is no manifest at ${missing}: give the path of one, or none for ${source} and the build.`);
    return 2;
  }
  let sound = true;
  for (const path of paths) {
    const isBuilt = path === built;
    const faults = isBuilt ? checkBuild() : checkSource(path);
    const checked = `structure, resources, addresses, icons, commands, runtime${
      isBuilt ? `; the files it leads to; ${registry.length} functions in metadata, script and help` : ''
    }`;
    console.log(faults.length === 0 ? `${path}: sound. Checked: ${checked}.` : `${path}:`);
    for (const fault of faults) console.log(`  ${fault}`);
    sound &&= faults.length === 0;
  }
  if (!paths.includes(built) && named.length === 0)
    console.log('There is no build to check; npm run build -- --env url=https://your.host/st makes one.');
  if (!sound) {
    console.log("Microsoft's validation service was not asked: put these faults right first.");
    return 1;
  }
  return (await microsoftAccepts(paths)) ? 0 : 1;
}

async function microsoftAccepts(paths: readonly string[]): Promise<boolean> {
  let accepted = true;
  for (const path of paths) {
    const { kind, says } = await askMicrosoft(path);
    console.log(kind === 'not asked' ? says : `${path}: ${says}`);
    if (kind === 'not asked') return accepted;
    accepted &&= kind === 'accepted';
  }
  return accepted;
}

process.exitCode = await validate(process.argv.slice(2));
