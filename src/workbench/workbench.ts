import { company } from '../company/index.ts';
import { operatingModel } from '../company/operating-model.ts';
import { insertModel } from '../hosts/models/insert-model.ts';
import { planModel } from '../hosts/models/model-choices.ts';
import { openGrid } from '../hosts/univer/open-grid.ts';
import { UniverWorkbook } from '../hosts/univer/univer-workbook.ts';
import { WorkbookError } from '../hosts/workbook-port.ts';
import { brokerColours } from '../template/colour-scheme.ts';
import { mountPane } from '../taskpane/mount-pane.tsx';
import { openFile, saveAsFile } from './files.ts';
import { paneHost } from './pane-host.ts';
import { startSheet } from './start-sheet.ts';
import './workbench-hook.ts';

const element = (id: string): HTMLElement => document.getElementById(id)!;
const atRest = 'Everything stays on this machine.';

function say(text: string, isRefusal = false): void {
  element('status').textContent = text;
  element('status').classList.toggle('refused', isRefusal);
}

/** Does something that takes a while, and says how it went. */
async function perform(what: string, work: () => Promise<string>): Promise<void> {
  const buttons = document.querySelectorAll<HTMLButtonElement>('#top button');
  say(what);
  for (const button of buttons) button.disabled = true;
  try {
    say(await work());
  } catch (error) {
    say(
      error instanceof WorkbookError ? error.message : `It did not work, and nothing was changed: ${String(error)}`,
      true,
    );
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

async function start(): Promise<string> {
  const port = new UniverWorkbook(openGrid(element('grid')));
  const { plan: model } = planModel(operatingModel(company));
  const { activeSheetId: id } = await port.look();
  await port.renameSheets([{ id, name: startSheet.name }]);
  await port.write([{ id, plan: startSheet }], brokerColours);
  await insertModel(port, model, { whereTaken: 'keep both' });
  await port.show({ sheetId: id, range: 'C7' });

  port.isResponsive = true;
  let unmount = mountPane(element('pane'), paneHost(port));
  const save = () => saveAsFile(port, { ...model.properties, created: new Date().toISOString() });
  const open = async (bytes: Uint8Array) => {
    const left = await openFile(port, bytes);
    unmount();
    unmount = mountPane(element('pane'), paneHost(port));
    return ['The workbook is open.', ...left].join(' ');
  };
  element('save').addEventListener('click', () => {
    void perform('Saving...', async () => {
      const { bytes, left } = await save();
      await port.openWorkbook(bytes, 'workbook.xlsx');
      return `The workbook was saved as workbook.xlsx. ${left ?? ''}`.trim();
    });
  });
  const chosen = element('file') as HTMLInputElement;
  element('open').addEventListener('click', () => chosen.click());
  chosen.addEventListener('change', () => {
    const file = chosen.files?.[0];
    chosen.value = '';
    if (file) void perform('Opening...', async () => open(new Uint8Array(await file.arrayBuffer())));
  });
  window.stModelWorkbench = { port, save: async () => (await save()).bytes };
  return atRest;
}

void perform('Opening the grid...', start);
