import { company } from '../company/index.ts';
import { operatingModel } from '../company/operating-model.ts';
import { insertModel } from '../hosts/models/insert-model.ts';
import { openGrid } from '../hosts/univer/open-grid.ts';
import { UniverWorkbook } from '../hosts/univer/univer-workbook.ts';
import { brokerColours } from '../template/colour-scheme.ts';
import { buildWorkbook } from '../template/build-workbook.ts';
import { startSheet } from './start-sheet.ts';
import './workbench.css';

declare global {
  interface Window {
    /** The workbook of the page, for who tries it from outside. */
    stModelWorkbench?: { readonly port: UniverWorkbook };
  }
}

const element = (id: string): HTMLElement => document.getElementById(id)!;

const say = (text: string, isRefusal = false): void => {
  element('status').textContent = text;
  element('status').classList.toggle('refused', isRefusal);
};

async function start(): Promise<void> {
  const port = new UniverWorkbook(openGrid(element('grid')));
  const { activeSheetId: id } = await port.look();
  await port.renameSheets([{ id, name: startSheet.name }]);
  await port.write([{ id, plan: startSheet }], brokerColours);
  await insertModel(port, buildWorkbook(operatingModel(company)), { whereTaken: 'keep both', onProgress: (p) => console.log(Math.round(performance.now()), p.next) });console.log(performance.now());
  await port.show({ sheetId: id, range: 'C7' });
  say('Everything stays on this machine.');
  window.stModelWorkbench = { port };
}

start().catch((error: unknown) => say(`The preview could not start: ${String(error)}`, true));
