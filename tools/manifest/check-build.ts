import { functionsJson } from '../../src/functions/metadata.ts';
import { namespace, registry } from '../../src/functions/registry.ts';
import { folderOf, paneOf } from './check-addresses.ts';
import { checkFunctions } from './check-functions.ts';
import { checkManifest } from './check-manifest.ts';
import { checkMetadata } from './check-metadata.ts';
import { checkPage } from './check-page.ts';
import { parseXml } from './manifest-element.ts';
import { development } from './manifest-rules.ts';
import { filesOf, type ReadFile } from './read-files.ts';
import { actionsOf, associatedIds } from './read-scripts.ts';

/** The faults of a build: those of its manifest, and files that are not what the sources give. */
export function checkBuild(read: ReadFile, source: string): string[] {
  const text = (name: string): string => read(name)?.toString('utf8') ?? '';
  const xml = text('manifest.xml');
  const faults = checkManifest(xml, {
    namespace,
    actions: actionsOf(`${text('functions.js')}\n${text('taskpane.js')}`),
    files: filesOf(read),
    isBuilt: true,
  });
  const pane = paneAddress(xml);
  if (pane === undefined) return faults;
  const url = folderOf(pane).replace(/\/$/, '');
  const known = registry.map(({ id }) => id);
  const sections = [...text('help.html').matchAll(/<section id="?(\w+)/g)].map(([, id]) => id!);
  return [
    ...faults,
    ...checkLines(xml, source.replaceAll(development, url)),
    ...checkPage(text('taskpane.html'), pane),
    ...checkMetadata(text('functions.json'), functionsJson(url) as Parameters<typeof checkMetadata>[1]),
    ...checkScript(text('functions.js'), known),
    ...checkFunctions({ 'help.html': sections }, known),
  ];
}

/** Where the pane of a manifest stands; nothing where it does not say, which is a fault that has been said. */
function paneAddress(xml: string): string | undefined {
  try {
    const root = parseXml(xml);
    const pane = root ? paneOf(root) : '';
    return URL.canParse(pane) ? pane : undefined;
  } catch {
    return undefined;
  }
}

/** A build copies the manifest line by line, with its own address in it. */
function checkLines(found: string, wanted: string): string[] {
  const lines = found.split('\n');
  const index = wanted.split('\n').findIndex((line, at) => line !== lines[at]);
  if (found === wanted) return [];
  const line = index === -1 ? lines.length : index + 1;
  const said = (of: string): string => `"${of.split('\n')[line - 1]?.trim() ?? ''}"`;
  return [`Line ${line} of the built manifest is ${said(found)}, but in manifest.xml ${said(wanted)}: build again.`];
}

function checkScript(script: string, known: readonly string[]): string[] {
  try {
    return checkFunctions({ 'functions.js': associatedIds(script) }, known);
  } catch (error) {
    return [(error as Error).message];
  }
}
