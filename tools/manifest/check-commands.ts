import type { ManifestContext, Say } from './check-manifest.ts';
import { allOf, childOf, everyElement, nameOf, textOf, titleOf, type Element } from './manifest-element.ts';

/** The commands: ids that are unique, and functions that the code associates. */
export function checkCommands(root: Element, { actions }: ManifestContext, say: Say): void {
  const seen = new Set<string>();
  for (const element of everyElement(root)) {
    const name = nameOf(element);
    if (!['CustomTab', 'Group', 'Control', 'Item'].includes(name)) continue;
    const id = element.getAttribute('id') ?? '';
    if (id === '' || id.length > 125) say(`${name} must have an id of 1 to 125 characters.`);
    else if (!/^[a-z_][\w.-]*$/i.test(id))
      say(`The id "${id}" must be of letters a to z, digits, dots, hyphens and underscores, a letter first.`);
    else if (seen.has(id)) say(`The id "${id}" is there twice.`);
    seen.add(id);
  }
  for (const one of allOf(root, 'FunctionName').map(textOf))
    if (!actions.has(one)) say(`The command "${one}" is not associated: call Office.actions.associate for it.`);
  // A shared runtime has one pane; an id would ask for a second.
  for (const action of allOf(root, 'Action'))
    if (childOf(action, 'TaskpaneId'))
      say(`${titleOf(action.parentNode as Element)} has a TaskpaneId, which a shared runtime does not allow.`);
}
