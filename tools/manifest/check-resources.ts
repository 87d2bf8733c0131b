import type { Say } from './check-manifest.ts';
import { checkText } from './check-text.ts';
import { allOf, childrenOf, everyElement, nameOf, parentName, type Element } from './manifest-element.ts';
import { longest, residKind, resourceKinds, type ResourceKind } from './manifest-rules.ts';

export type Resources = ReadonlyMap<string, { readonly kind: ResourceKind; readonly value: string }>;

/** The resources: each there once, of the right kind and length, and used. */
export function checkResources(root: Element, say: Say): Resources {
  const resources = new Map<string, { kind: ResourceKind; value: string }>();
  for (const group of allOf(root, 'Resources').flatMap(childrenOf)) {
    const kind = resourceKinds[nameOf(group)];
    if (!kind) continue;
    for (const resource of childrenOf(group)) {
      const id = resource.getAttribute('id') ?? '';
      const value = resource.getAttribute('DefaultValue') ?? '';
      if (resources.has(id)) say(`The resource "${id}" is there twice.`);
      if (id.length === 0 || id.length > 32) say(`The resource id "${id}" must have 1 to 32 characters.`);
      for (const one of [value, ...childrenOf(resource).map((override) => override.getAttribute('Value') ?? '')])
        checkText(`The resource "${id}"`, one, longest[kind], say);
      resources.set(id, { kind, value });
    }
  }
  checkUses(root, resources, say);
  return resources;
}

function checkUses(root: Element, resources: Resources, say: Say): void {
  const used = new Set<string>();
  for (const element of everyElement(root)) {
    const id = element.getAttribute('resid');
    if (id === null) continue;
    used.add(id);
    const wanted = residKind(nameOf(element), parentName(element));
    const found = resources.get(id);
    if (!found) say(`${nameOf(element)} names the resource "${id}", which is not there.`);
    else if (found.kind !== wanted) say(`${nameOf(element)} needs a ${wanted}; "${id}" is a ${found.kind}.`);
  }
  for (const id of resources.keys()) if (!used.has(id)) say(`The resource "${id}" is not used.`);
}
