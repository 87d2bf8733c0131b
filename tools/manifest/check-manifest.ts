import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import {
  childOrder,
  customFunctionsOrder,
  longest,
  namespaces,
  permissions,
  required,
  residKind,
} from './manifest-rules.ts';

export type ManifestContext = {
  /** The prefix that the functions have in a cell. */
  readonly namespace: string;
  /** Commands that the code associates. */
  readonly actions: ReadonlySet<string>;
  /** Of a built manifest: whether a file is there, and how wide a picture is. */
  readonly built?: {
    has(path: string): boolean;
    pictureWidth(path: string): number | undefined;
  };
};

const elementsOf = (node: Node): Element[] =>
  Array.from(node.childNodes).filter((one): one is Element => one.nodeType === 1);
const nameOf = (element: Element): string => element.localName ?? element.nodeName;
const textOf = (element: Element | undefined): string => element?.textContent?.trim() ?? '';

function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const child of elementsOf(element)) yield* everyElement(child);
}

/** What is wrong with a manifest, in sentences; nothing for one that Office would take as far as can be told offline. */
export function checkManifest(xml: string, context: ManifestContext): string[] {
  const faults: string[] = [];
  let root: Element | null = null;
  try {
    root = new DOMParser({
      onError: (_level, message) => {
        throw new Error(message.split('\n')[0]);
      },
    }).parseFromString(xml, 'text/xml').documentElement;
  } catch (error) {
    return [`The manifest is not well-formed XML: ${(error as Error).message}.`];
  }
  if (!root || nameOf(root) !== 'OfficeApp') return ['The manifest must begin with OfficeApp.'];
  const say = (fault: string) => void faults.push(fault);
  checkRoot(root, say);
  for (const element of everyElement(root)) checkChildren(element, say);
  const resources = checkResources(root, say);
  checkUrls(root, context, say);
  checkIcons(root, resources, context, say);
  checkIds(root, say);
  checkActions(root, context, say);
  checkRuntime(root, resources, context, say);
  return faults;
}

type Say = (fault: string) => void;
type Resources = ReadonlyMap<string, { readonly kind: string; readonly value: string }>;

const child = (element: Element | undefined, name: string): Element | undefined =>
  element && elementsOf(element).find((one) => nameOf(one) === name);
const all = (root: Element, name: string): Element[] => [...everyElement(root)].filter((one) => nameOf(one) === name);

function checkRoot(root: Element, say: Say): void {
  for (const [prefix, uri] of Object.entries(namespaces))
    if (root.getAttribute(prefix) !== uri) say(`OfficeApp must declare ${prefix}="${uri}".`);
  if (root.getAttribute('xsi:type') !== 'TaskPaneApp') say('OfficeApp must be of xsi:type TaskPaneApp.');
  const rules: readonly (readonly [string, RegExp, string])[] = [
    ['Id', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'a GUID'],
    ['Version', /^\d{1,5}(\.\d{1,5}){0,3}$/, 'up to four numbers with dots'],
    ['DefaultLocale', /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/, 'a locale such as en-US'],
  ];
  for (const [name, pattern, what] of rules) {
    const found = textOf(child(root, name));
    if (!pattern.test(found)) say(`${name} must be ${what}, not "${found}".`);
  }
  const permission = textOf(child(root, 'Permissions'));
  if (!permissions.includes(permission))
    say(`Permissions must be one of ${permissions.join(', ')}, not "${permission}".`);
  for (const override of all(root, 'Override'))
    if (!/^[a-z]{2}-[A-Z]{2}$/.test(override.getAttribute('Locale') ?? ''))
      say(`An Override has the locale "${override.getAttribute('Locale')}".`);
}

function checkChildren(element: Element, say: Say): void {
  const name = nameOf(element);
  // Hosts holds plain Host elements above the overrides, which have no children.
  const isCustomFunctions = name === 'ExtensionPoint' && element.getAttribute('xsi:type') === 'CustomFunctions';
  const order = isCustomFunctions ? customFunctionsOrder : childOrder[name];
  const children = elementsOf(element).map(nameOf);
  for (const missing of (required[name] ?? []).filter((one) => !children.includes(one)))
    say(`${name} has no ${missing}.`);
  if (!order || children.length === 0) return;
  const places = children.map((one) => order.findIndex((known) => known.replace('+', '') === one));
  const stranger = children.find((_, index) => places[index] === -1);
  if (stranger !== undefined) return say(`${name} holds ${stranger}, which does not belong there.`);
  if (places.some((place, index) => index > 0 && place < places[index - 1]!))
    say(`The children of ${name} must come as ${order.join(', ').replaceAll('+', '')}, not ${children.join(', ')}.`);
  const twice = children.find((one, index) => children.indexOf(one) !== index && !order.includes(`${one}+`));
  if (twice !== undefined) say(`${name} holds ${twice} twice.`);
}

function checkResources(root: Element, say: Say): Resources {
  const resources = new Map<string, { kind: string; value: string }>();
  for (const group of elementsOf(all(root, 'Resources')[0] ?? root)) {
    const kind = { Images: 'Image', Urls: 'Url', ShortStrings: 'ShortString', LongStrings: 'LongString' }[
      nameOf(group)
    ];
    if (!kind) continue;
    for (const resource of elementsOf(group)) {
      const id = resource.getAttribute('id') ?? '';
      if (resources.has(id)) say(`The resource "${id}" is there twice.`);
      if (id.length === 0 || id.length > 32) say(`The resource id "${id}" must have 1 to 32 characters.`);
      const values = [
        resource.getAttribute('DefaultValue') ?? '',
        ...elementsOf(resource).map((one) => one.getAttribute('Value') ?? ''),
      ];
      for (const value of values)
        if (value.length === 0 || value.length > longest[kind]!)
          say(`The resource "${id}" must have 1 to ${longest[kind]} characters.`);
      resources.set(id, { kind, value: values[0]! });
    }
  }
  const used = new Set<string>();
  for (const element of everyElement(root)) {
    const resid = element.getAttribute('resid');
    if (resid === null) continue;
    used.add(resid);
    const wanted = residKind(nameOf(element), element.parentNode ? nameOf(element.parentNode as Element) : '');
    const found = resources.get(resid);
    if (!found) say(`${nameOf(element)} names the resource "${resid}", which is not there.`);
    else if (found.kind !== wanted) say(`${nameOf(element)} needs a ${wanted}; "${resid}" is a ${found.kind}.`);
  }
  for (const id of resources.keys()) if (!used.has(id)) say(`The resource "${id}" is not used.`);
  return resources;
}

/** Every address of the manifest with where it stands. */
function* urlsOf(root: Element): Generator<readonly [where: string, url: string]> {
  for (const element of everyElement(root)) {
    const name = nameOf(element);
    const value = element.getAttribute('DefaultValue') ?? '';
    const holdsUrl = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'Url', 'Image'].includes(name);
    if ((holdsUrl || (name === 'SourceLocation' && value !== '')) && value !== '')
      yield [element.getAttribute('id') ?? name, value];
    if (name === 'AppDomain') yield [name, textOf(element)];
  }
}

function checkUrls(root: Element, { built }: ManifestContext, say: Say): void {
  const pane = child(child(root, 'DefaultSettings'), 'SourceLocation')?.getAttribute('DefaultValue') ?? '';
  const home = URL.canParse(pane) ? new URL(pane) : undefined;
  const allowed = new Set([home?.origin, ...all(root, 'AppDomain').map((one) => textOf(one))]);
  const folder = pane.replace(/[^/]*$/, '');
  for (const [where, url] of urlsOf(root)) {
    if (!URL.canParse(url) || new URL(url).protocol !== 'https:') {
      say(`${where} must be an https address, not "${url}".`);
      continue;
    }
    const { hostname, origin } = new URL(url);
    if (!allowed.has(origin)) say(`${where} is at ${origin}, which is neither the pane's origin nor an AppDomain.`);
    if (!built) continue;
    if (hostname === 'localhost') say(`${where} is still at localhost in the built manifest.`);
    const path = url.startsWith(folder) ? url.slice(folder.length) : undefined;
    if (where !== 'AppDomain' && path !== undefined && path !== '' && !built.has(path))
      say(`${where} leads to ${path}, which the build does not hold.`);
  }
}

function checkIcons(root: Element, resources: Resources, { built }: ManifestContext, say: Say): void {
  for (const icon of all(root, 'Icon')) {
    const images = elementsOf(icon);
    const sizes = images.map((one) => one.getAttribute('size'));
    for (const size of ['16', '32', '80'])
      if (!sizes.includes(size)) say(`An icon of ${nameOf(icon.parentNode as Element)} has no size ${size}.`);
    for (const image of images) {
      const path = /assets\/[^/]+$/.exec(resources.get(image.getAttribute('resid') ?? '')?.value ?? '')?.[0];
      const width = path === undefined ? undefined : built?.pictureWidth(path);
      if (width !== undefined && String(width) !== image.getAttribute('size'))
        say(`The icon ${path} is ${width} wide, not ${image.getAttribute('size')}.`);
    }
  }
}

function checkIds(root: Element, say: Say): void {
  const seen = new Set<string>();
  for (const element of everyElement(root)) {
    if (!['CustomTab', 'Group', 'Control', 'Item'].includes(nameOf(element))) continue;
    const id = element.getAttribute('id') ?? '';
    if (id === '' || id.length > 125) say(`${nameOf(element)} needs an id of up to 125 characters.`);
    if (seen.has(id)) say(`The id "${id}" is there twice.`);
    seen.add(id);
  }
}

function checkActions(root: Element, { actions }: ManifestContext, say: Say): void {
  for (const one of all(root, 'FunctionName'))
    if (!actions.has(textOf(one))) say(`The command "${textOf(one)}" is associated by no code.`);
  for (const action of all(root, 'Action')) {
    const kind = action.getAttribute('xsi:type');
    const holds = elementsOf(action).map(nameOf);
    const wanted = kind === 'ShowTaskpane' ? 'SourceLocation' : kind === 'ExecuteFunction' ? 'FunctionName' : undefined;
    if (!wanted) say(`An Action is of the unknown type "${kind}".`);
    else if (!holds.includes(wanted)) say(`An Action of type ${kind} needs a ${wanted}.`);
    // In a shared runtime there is one pane; an id would make a second.
    if (holds.includes('TaskpaneId')) say('An Action has a TaskpaneId, which a shared runtime does not allow.');
  }
}

function checkRuntime(root: Element, resources: Resources, { namespace }: ManifestContext, say: Say): void {
  const runtimes = all(root, 'Runtime');
  const [runtime] = runtimes;
  if (runtimes.length !== 1 || runtime!.getAttribute('lifetime') !== 'long')
    return say('There must be one Runtime with lifetime="long".');
  const resid = runtime!.getAttribute('resid');
  const sharing = [
    ...all(root, 'Page').map((one) => child(one, 'SourceLocation')),
    ...all(root, 'FunctionFile'),
    ...all(root, 'Action')
      .filter((one) => one.getAttribute('xsi:type') === 'ShowTaskpane')
      .map((one) => child(one, 'SourceLocation')),
  ];
  for (const one of sharing)
    if (one?.getAttribute('resid') !== resid)
      say(`${nameOf(one?.parentNode as Element)} must use the page of the Runtime, "${resid}".`);
  const sets = all(root, 'Set').map((one) => one.getAttribute('Name'));
  for (const set of ['SharedRuntime', 'CustomFunctionsRuntime'])
    if (!sets.includes(set)) say(`Requirements must name the set ${set}.`);
  const prefix = resources.get(all(root, 'Namespace')[0]?.getAttribute('resid') ?? '')?.value;
  if (prefix !== namespace) say(`The namespace of the functions must be "${namespace}", not "${prefix ?? 'none'}".`);
}
