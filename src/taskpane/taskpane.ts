import { callFunction, functionNamed, registry, signature } from '../functions/index.ts';
import { openHelp } from './open-help.ts';

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
  element('found').textContent = found.length === 0 ? 'No function holds these words.' : `${found.length} functions`;
}

// Functions answer before the pane is drawn: Excel waits for them, nobody waits for the pane.
void Office.onReady(({ host }) => {
  element('company').textContent = String(callFunction(functionNamed('VERSION'), []));
  element('search').addEventListener('input', ({ target }) => showFunctions((target as HTMLInputElement).value));
  showFunctions('');
  if (host !== null) Office.actions.associate('openHelp', openHelp);
});
