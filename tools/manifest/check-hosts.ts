import type { Say } from './check-manifest.ts';
import { allOf, childrenOf, isHeadHost, typeOf, type Element } from './manifest-element.ts';

/** The hosts: Workbook alone and once, by its name at the head and by its type in the overrides. */
export function checkHosts(root: Element, say: Say): void {
  for (const hosts of allOf(root, 'Hosts').map(childrenOf)) {
    const names = hosts.map((host) => (isHeadHost(host) ? (host.getAttribute('Name') ?? '') : typeOf(host)));
    for (const host of hosts.filter(isHeadHost)) {
      const name = host.getAttribute('Name') ?? '';
      if (name !== 'Workbook') say(`Host must have the Name Workbook, not "${name}".`);
      if (childrenOf(host).length > 0) say('Host must be empty at the head of the manifest.');
    }
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) say(`Hosts holds ${twice} twice.`);
  }
}
