import type { Say } from './check-manifest.ts';
import { checkText } from './check-text.ts';
import { allOf, childOf, childrenOf, nameOf, textOf, typeOf, type Element } from './manifest-element.ts';
import { longestText, namespaces, permissions } from './manifest-rules.ts';

const locale = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/;

/** What stands at the head of a manifest: namespaces, identity, languages, permission. */
export function checkHead(root: Element, say: Say): void {
  for (const [prefix, uri] of Object.entries(namespaces))
    if (root.getAttribute(prefix) !== uri) say(`OfficeApp must declare ${prefix}="${uri}".`);
  if (typeOf(root) !== 'TaskPaneApp') say(`OfficeApp must be of xsi:type TaskPaneApp, not "${typeOf(root)}".`);
  const rules: readonly (readonly [string, RegExp, string])[] = [
    ['Id', /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'a GUID'],
    ['Id', /[1-9a-f]/i, 'a GUID of its own'],
    ['Version', /^\d{1,5}(\.\d{1,5}){0,3}$/, 'up to four numbers with dots between'],
    ['Version', /[^0.]/, 'above 0.0.0.0'],
    ['DefaultLocale', locale, 'a locale such as en-US'],
  ];
  for (const [name, pattern, what] of rules) {
    const element = childOf(root, name);
    if (element && !pattern.test(textOf(element))) say(`${name} must be ${what}, not "${textOf(element)}".`);
  }
  const permission = childOf(root, 'Permissions');
  if (permission && !permissions.includes(textOf(permission)))
    say(`Permissions must be one of ${permissions.join(', ')}, not "${textOf(permission)}".`);
  checkTexts(root, say);
  checkLocales(root, say);
}

function checkTexts(root: Element, say: Say): void {
  for (const [name, most] of Object.entries(longestText)) {
    const element = childOf(root, name);
    if (!element) continue;
    const values = [
      element.getAttribute('DefaultValue') ?? textOf(element),
      ...childrenOf(element).map((one) => one.getAttribute('Value') ?? ''),
    ];
    for (const value of values) checkText(name, value, most, say);
  }
}

/** Office shows a text in its own language, or else the default: a language may come once. */
function checkLocales(root: Element, say: Say): void {
  const seen = new Map<Element, Set<string>>();
  for (const override of allOf(root, 'Override')) {
    const found = override.getAttribute('Locale') ?? '';
    const owner = override.parentNode as Element;
    const where = owner.getAttribute('id') ?? nameOf(owner);
    if (!locale.test(found)) say(`An Override of ${where} must have a locale such as zh-CN, not "${found}".`);
    const others = seen.get(owner) ?? new Set();
    if (others.has(found)) say(`${where} has an Override for ${found} twice.`);
    seen.set(owner, others.add(found));
  }
}
