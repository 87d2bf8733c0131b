import { callFunction } from '../functions/call-function.ts';
import { signature } from '../functions/metadata.ts';
import { registry } from '../functions/registry.ts';

const element = (id: string): HTMLElement => document.getElementById(id)!;

/** The functions whose name or description holds what is searched for. */
function showFunctions(wanted: string): void {
  const words = wanted.toLowerCase();
  const found = registry.filter((spec) => `${signature(spec)} ${spec.gives}`.toLowerCase().includes(words));
  element('functions').replaceChildren(
    ...found.map((spec) => {
      const item = document.createElement('li');
      const code = document.createElement('code');
      code.textContent = `=${signature(spec)}`;
      const gives = document.createElement('div');
      gives.className = 'muted';
      gives.textContent = `${spec.gives}.`;
      item.append(code, gives);
      return item;
    }),
  );
}

/** Opens the help page beside Excel. */
function openHelp(event: Office.AddinCommands.Event): void {
  const url = new URL('help.html', window.location.href).href;
  Office.context.ui.displayDialogAsync(url, { height: 70, width: 50 }, () => event.completed());
}

void Office.onReady(({ host }) => {
  element('company').textContent = String(
    callFunction(
      registry.find(({ id }) => id === 'VERSION')!,
      [],
    ),
  );
  element('search').addEventListener('input', ({ target }) => showFunctions((target as HTMLInputElement).value));
  showFunctions('');
  if (host !== null) Office.actions.associate('openHelp', openHelp);
});
