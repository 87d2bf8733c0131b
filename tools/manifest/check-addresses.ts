import type { ManifestContext, Say } from './check-manifest.ts';
import {
  allOf,
  childOf,
  childrenOf,
  everyElement,
  nameOf,
  parentName,
  textOf,
  type Element,
} from './manifest-element.ts';
import { longest } from './manifest-rules.ts';

/** Every address: https, of an allowed origin, not at localhost once built, and leading to a file where those are known. */
export function checkAddresses(root: Element, { files, isBuilt }: ManifestContext, say: Say): void {
  const pane = paneOf(root);
  const allowed = new Set([URL.canParse(pane) ? new URL(pane).origin : '', ...allOf(root, 'AppDomain').map(textOf)]);
  for (const [where, url] of addressesOf(root)) {
    if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
      say(`${where} must be an https address, not "${url}".`);
      continue;
    }
    const { hostname, origin } = new URL(url);
    if (url.length > longest.Url) say(`${where} must have 1 to ${longest.Url} characters.`);
    if (where === 'AppDomain' && url !== origin) say(`AppDomain must be ${origin} alone, not "${url}".`);
    else if (!allowed.has(origin))
      say(`${where} is at ${origin}, which is neither the pane's origin nor an AppDomain.`);
    if (isBuilt && hostname === 'localhost') say(`${where} is still at localhost in the built manifest.`);
    const path = pathInFolder(root, url);
    const state = where !== 'AppDomain' && path ? files?.state(path) : undefined;
    if (state && state !== 'there') say(`${where} leads to ${path}, which is ${state}.`);
  }
}

/** The address of the pane. */
export const paneOf = (root: Element): string =>
  childOf(childOf(root, 'DefaultSettings'), 'SourceLocation')?.getAttribute('DefaultValue') ?? '';

/** Where the pane and all beside it stand, with a slash at its end. */
export const folderOf = (pane: string): string => pane.replace(/[?#].*$/, '').replace(/[^/]*$/, '');

/** The file that an address leads to: what follows the folder of the pane. */
export function pathInFolder(root: Element, url: string): string | undefined {
  const folder = folderOf(paneOf(root));
  return folder !== '' && url.startsWith(folder) ? url.slice(folder.length).replace(/[?#].*$/, '') : undefined;
}

/** Every address of a manifest, that of an Override included, with where it stands. */
function* addressesOf(root: Element): Generator<readonly [where: string, url: string]> {
  for (const element of everyElement(root)) {
    const name = nameOf(element);
    if (name === 'AppDomain') yield [name, textOf(element)];
    const atHead =
      ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl'].includes(name) ||
      (name === 'SourceLocation' && parentName(element) === 'DefaultSettings');
    const inResources = ['Urls', 'Images'].includes(parentName(element));
    if (!atHead && !inResources) continue;
    const where = element.getAttribute('id') ?? name;
    yield [where, element.getAttribute('DefaultValue') ?? ''];
    for (const override of childrenOf(element))
      yield [`${where} for ${override.getAttribute('Locale')}`, override.getAttribute('Value') ?? ''];
  }
}
