import type { ManifestContext, Say } from './check-manifest.ts';
import type { Resources } from './check-resources.ts';
import { allOf, childOf, nameOf, parentName, titleOf, typeOf, type Element } from './manifest-element.ts';

const sharedSets = ['CustomFunctionsRuntime', 'SharedRuntime'];

/** The shared runtime: one that lives long, one page for all that runs in it, the sets that it needs, the namespace. */
export function checkRuntime(root: Element, resources: Resources, { namespace }: ManifestContext, say: Say): void {
  const [runtime, ...others] = allOf(root, 'Runtime');
  if (!runtime || others.length > 0 || runtime.getAttribute('lifetime') !== 'long')
    say('There must be one Runtime, with lifetime="long".');
  else checkPage(root, runtime.getAttribute('resid'), say);
  checkSets(root, say);
  const prefix = resources.get(allOf(root, 'Namespace')[0]?.getAttribute('resid') ?? '');
  if (prefix && prefix.value !== namespace)
    say(`The namespace of the functions must be "${namespace}", not "${prefix.value}".`);
  if (!allOf(root, 'ExtensionPoint').some((one) => typeOf(one) === 'CustomFunctions'))
    say('There must be an ExtensionPoint of xsi:type CustomFunctions.');
}

function checkPage(root: Element, resid: string | null, say: Say): void {
  const pages = [
    ...allOf(root, 'FunctionFile'),
    ...allOf(root, 'SourceLocation').filter((one) => ['Page', 'Action'].includes(parentName(one))),
  ];
  for (const one of pages) {
    const where = nameOf(one) === 'FunctionFile' ? 'FunctionFile' : titleOf(one.parentNode as Element);
    if (one.getAttribute('resid') !== resid) say(`${where} must use the page of the Runtime, "${resid}".`);
  }
}

/** Office offers the add-in only where the sets at the head of the manifest are there. */
function checkSets(root: Element, say: Say): void {
  const sets = childOf(childOf(root, 'Requirements'), 'Sets');
  for (const name of sharedSets) {
    const found = sets && allOf(sets, 'Set').find((one) => one.getAttribute('Name') === name);
    const version = found?.getAttribute('MinVersion') ?? sets?.getAttribute('DefaultMinVersion') ?? '';
    if (!found) say(`Requirements must name the set ${name}.`);
    else if (!/^1\.[1-9]\d*$/.test(version)) say(`Requirements must ask for ${name} 1.1 or later, not "${version}".`);
  }
}
