import type { UniverWorkbook } from '../hosts/univer/univer-workbook.ts';

/** The workbook of the page, for who tries it from outside. */
export type WorkbenchHook = {
  readonly port: UniverWorkbook;
  readonly save: () => Promise<Uint8Array>;
};

declare global {
  interface Window {
    stModelWorkbench?: WorkbenchHook;
  }
}
