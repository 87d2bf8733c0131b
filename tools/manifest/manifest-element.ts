import { DOMParser, type Element } from '@xmldom/xmldom';

export type { Element };

/** The root element of a document. Throws, in the parser's words, where it is not well-formed. */
export function parseXml(xml: string): Element | null {
  let said: string | undefined;
  const onError = (_level: string, message: string): never => {
    said ??= message.split('\n')[0]!;
    throw new Error(said);
  };
  try {
    return new DOMParser({ onError }).parseFromString(xml, 'text/xml').documentElement;
  } catch (error) {
    throw new Error(said ?? (error as Error).message);
  }
}

/** The name of an element without its prefix. */
export const nameOf = (element: Element): string => element.localName ?? element.nodeName;

export const textOf = (element: Element | undefined): string => element?.textContent?.trim() ?? '';

export const typeOf = (element: Element): string => element.getAttribute('xsi:type') ?? '';

/** What an element is: its name, and its type where that decides what it holds. */
export const kindOf = (element: Element): string => {
  const name = nameOf(element);
  return ['ExtensionPoint', 'Control', 'Action'].includes(name) ? `${name} ${typeOf(element)}` : name;
};

/** An element as a person finds it: by its id, or else by its kind. */
export const titleOf = (element: Element): string => {
  const id = element.getAttribute('id');
  return id ? `${nameOf(element)} "${id}"` : kindOf(element);
};

export const childrenOf = (element: Element): Element[] =>
  Array.from(element.childNodes).filter((one): one is Element => one.nodeType === 1);

export const parentName = (element: Element): string =>
  element.parentNode?.nodeType === 1 ? nameOf(element.parentNode as Element) : '';

/** Whether an element is a Host above the overrides, which has a name and no children. */
export const isHeadHost = (element: Element): boolean =>
  nameOf(element) === 'Host' &&
  parentName(element) === 'Hosts' &&
  parentName(element.parentNode as Element) === 'OfficeApp';

/** The first child of a name. */
export const childOf = (element: Element | undefined, name: string): Element | undefined =>
  element && childrenOf(element).find((one) => nameOf(one) === name);

/** An element and all below it, in the order of the document. */
export function* everyElement(element: Element): Generator<Element> {
  yield element;
  for (const child of childrenOf(element)) yield* everyElement(child);
}

/** All elements of a name. */
export const allOf = (root: Element, name: string): Element[] =>
  [...everyElement(root)].filter((one) => nameOf(one) === name);
