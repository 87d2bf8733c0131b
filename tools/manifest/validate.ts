import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { namespace, registry } from '../../src/functions/registry.ts';
import { checkBuild } from './check-build.ts';
import { checkManifest } from './check-manifest.ts';
import { development } from './manifest-rules.ts';
import { askMicrosoft } from './microsoft-validator.ts';
import { filesOf, readFrom } from './read-files.ts';
import { actionsOfFolder } from './read-scripts.ts';

const source = 'manifest.xml';
const folder = 'dist/addin';
const built = join(folder, 'manifest.xml');

/** The faults of a manifest that is not part of the build. At the address of the source its icons are those kept here. */
function checkSource(path: string): string[] {
  const xml = readFileSync(path, 'utf8');
  const atHome = xml.includes(`${development}/`);
  return checkManifest(xml, {
    namespace,
    actions: actionsOfFolder('src/taskpane'),
    ...(atHome && { files: filesOf(readFrom('.'), 'assets/') }),
  });
}

/** Checks the manifests named, or else ours and that of the build, and says what was checked and found. */
async function validate(named: readonly string[]): Promise<0 | 1 | 2> {
  const paths = named.length > 0 ? named : [source, ...(existsSync(built) ? [built] : [])];
  const missing = paths.find((path) => !statSync(path, { throwIfNoEntry: false })?.isFile());
  if (missing !== undefined) {
    console.error(`There is no manifest at ${missing}: give the path of one, or none for ${source} and the build.`);
    return 2;
  }
  let sound = true;
  for (const path of paths) {
    const isBuilt = resolve(path) === resolve(built);
    const faults = isBuilt ? checkBuild(readFrom(folder), readFileSync(source, 'utf8')) : checkSource(path);
    const checked = `structure, resources, addresses, icons, commands, runtime${
      isBuilt ? `; its files against the sources; ${registry.length} functions in metadata, script and help` : ''
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
