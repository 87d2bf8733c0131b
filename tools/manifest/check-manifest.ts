import { checkAddresses } from './check-addresses.ts';
import { checkCommands } from './check-commands.ts';
import { checkHead } from './check-head.ts';
import { checkHosts } from './check-hosts.ts';
import { checkIcons } from './check-icons.ts';
import { checkResources } from './check-resources.ts';
import { checkRuntime } from './check-runtime.ts';
import { checkStructure } from './check-structure.ts';
import { nameOf, parseXml, type Element } from './manifest-element.ts';
import type { ManifestFiles } from './read-files.ts';

/** What a manifest is checked against. */
export type ManifestContext = {
  /** The prefix that the functions have in a cell. */
  readonly namespace: string;
  /** Commands that the code associates. */
  readonly actions: ReadonlySet<string>;
  /** The files that its addresses lead to, where they are at hand. */
  readonly files?: ManifestFiles;
  /** Whether it is part of a build, and so has left localhost. */
  readonly isBuilt?: boolean;
};

export type Say = (fault: string) => void;

/**
 * What is wrong with a manifest, in sentences; nothing for one that Office would take, as far as can be told offline.
 *
 * @example checkManifest('<Office', { namespace: 'ST', actions: new Set() })[0] // 'The manifest is not well-formed ...'
 */
export function checkManifest(xml: string, context: ManifestContext): string[] {
  let root: Element | null;
  try {
    root = parseXml(xml);
  } catch (error) {
    return [`The manifest is not well-formed XML: ${(error as Error).message}.`];
  }
  if (!root || nameOf(root) !== 'OfficeApp') return ['The manifest must begin with OfficeApp.'];
  const faults: string[] = [];
  const say: Say = (fault) => void faults.push(fault);
  if (root.ownerDocument?.doctype) say('The manifest must not have a DOCTYPE.');
  checkHead(root, say);
  checkStructure(root, say);
  checkHosts(root, say);
  const resources = checkResources(root, say);
  checkAddresses(root, context, say);
  checkIcons(root, resources, context, say);
  checkCommands(root, context, say);
  checkRuntime(root, resources, context, say);
  return faults;
}
