import type { Say } from './check-manifest.ts';
import {
  childrenOf,
  everyElement,
  isHeadHost,
  kindOf,
  nameOf,
  titleOf,
  typeOf,
  type Element,
} from './manifest-element.ts';
import { childOrder, namespaces, officeBasics, required, types } from './manifest-rules.ts';

/** Which elements stand where, of which type and in which namespace. */
export function checkStructure(root: Element, say: Say): void {
  for (const element of everyElement(root)) {
    checkType(element, say);
    checkChildren(element, say);
  }
  // A wrong declaration at the root has been said once; it would be repeated for every element.
  if (Object.entries(namespaces).every(([prefix, uri]) => root.getAttribute(prefix) === uri))
    checkNamespaces(root, false, say);
}

const either = new Intl.ListFormat('en', { type: 'disjunction' });

function checkType(element: Element, say: Say): void {
  const name = nameOf(element);
  const known = types[name];
  if (!known || isHeadHost(element)) return;
  if (!known.includes(typeOf(element)))
    say(`${name} must be of xsi:type ${either.format(known)}, not "${typeOf(element)}".`);
}

function checkChildren(element: Element, say: Say): void {
  const kind = kindOf(element);
  const children = childrenOf(element).map(nameOf);
  if (isHeadHost(element)) return;
  const title = titleOf(element);
  for (const missing of (required[kind] ?? []).filter((one) => !children.includes(one)))
    say(`${title} has no ${missing}.`);
  const order = childOrder[kind];
  if (!order) return;
  const places = children.map((one) => order.findIndex((known) => known.replace('+', '') === one));
  const stranger = children.find((_, index) => places[index] === -1);
  if (stranger !== undefined) return say(`${title} holds ${stranger}, which does not belong there.`);
  const late = places.findIndex((place, index) => index > 0 && place < places[index - 1]!);
  if (late > 0) say(`In ${title}, ${children[late]} must come before ${children[late - 1]}.`);
  const twice = children.find((one, index) => children.indexOf(one) !== index && !order.includes(`${one}+`));
  if (twice !== undefined) say(`${title} holds ${twice} twice.`);
}

/** What stands below an element of a wrong namespace has mostly inherited it, so is not said as well. */
function checkNamespaces(element: Element, inOverrides: boolean, say: Say): void {
  const name = nameOf(element);
  const below = inOverrides || name === 'VersionOverrides';
  const prefix = !below ? 'xmlns' : officeBasics.has(name) ? 'xmlns:bt' : 'xmlns:ov';
  if (element.namespaceURI !== namespaces[prefix])
    return say(`${name} must be in the namespace ${namespaces[prefix]}.`);
  for (const child of childrenOf(element)) checkNamespaces(child, below, say);
}
