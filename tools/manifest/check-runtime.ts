import { folderOf, paneOf } from './check-addresses.ts';
import type { ManifestContext, Say } from './check-manifest.ts';
import type { Resources } from './check-resources.ts';
import { allOf, childOf, nameOf, parentName, titleOf, typeOf, type Element } from './manifest-element.ts';

const sharedSets = ['CustomFunctionsRuntime', 'SharedRuntime'];

/** The file beside the pane that each part of the functions is read from. */
const functionFiles = { Script: 'functions.js', Metadata: 'functions.json' };

/** The shared runtime: one that lives long, one page for all that runs in it, the sets that it needs, the namespace. */
export function checkRuntime(root: Element, resources: Resources, { namespace }: ManifestContext, say: Say): void {
  const [runtime, ...others] = allOf(root, 'Runtime');
  if (!runtime || others.length > 0 || runtime.getAttribute('lifetime') !== 'long')
    say('There must be one Runtime, with lifetime="long".');
  else checkPages(root, runtime.getAttribute('resid') ?? '', resources, say);
  checkFunctionFiles(root, resources, say);
  checkSets(root, say);
  const prefix = resources.get(allOf(root, 'Namespace')[0]?.getAttribute('resid') ?? '');
  if (prefix && prefix.value !== namespace)
    say(`The namespace of the functions must be "${namespace}", not "${prefix.value}".`);
  if (!allOf(root, 'ExtensionPoint').some((one) => typeOf(one) === 'CustomFunctions'))
    say('There must be an ExtensionPoint of xsi:type CustomFunctions.');
}

function checkPages(root: Element, resid: string, resources: Resources, say: Say): void {
  const page = resources.get(resid)?.value;
  if (page !== undefined && page !== paneOf(root))
    say(`The page of the Runtime must be the pane, ${paneOf(root)}, not ${page}.`);
  const pages = [
    ...allOf(root, 'FunctionFile'),
    ...allOf(root, 'SourceLocation').filter((one) => ['Page', 'Action'].includes(parentName(one))),
  ];
  for (const one of pages) {
    const where = nameOf(one) === 'FunctionFile' ? 'FunctionFile' : titleOf(one.parentNode as Element);
    if (one.getAttribute('resid') !== resid) say(`${where} must use the page of the Runtime, "${resid}".`);
  }
}

function checkFunctionFiles(root: Element, resources: Resources, say: Say): void {
  for (const [part, file] of Object.entries(functionFiles)) {
    const resid = childOf(allOf(root, part)[0], 'SourceLocation')?.getAttribute('resid') ?? '';
    const url = resources.get(resid)?.value;
    const wanted = `${folderOf(paneOf(root))}${file}`;
    if (url !== undefined && url.replace(/[?#].*$/, '') !== wanted) say(`${part} must lead to ${wanted}, not ${url}.`);
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
