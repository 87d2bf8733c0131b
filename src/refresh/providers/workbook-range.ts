import type { CellsRead } from '../../hosts/workbook-port.ts';
import { systemClock } from '../clock.ts';
import { compsFromGrid } from '../comps-from-grid.ts';
import type { FetchComps } from '../fetch-options.ts';
import { RefreshError } from '../refresh-error.ts';
import { sourceText } from '../source-value.ts';

const source = 'The range';
const pending = /^#N\/A Requesting|^#GETTING_DATA|^#BUSY|^#N\/A Connection|^Loading/i;
const pause = 2000;
const looks = 10;

/** Comps from cells of the workbook, where the formulas of a terminal live. Cells that are still filling are waited for. */
export const fetchComps: FetchComps = async (tickers, options) => {
  const { settings: { port, place } = {}, clock = systemClock, signal } = options;
  if (!port || !place) throw new RefreshError('settings', 'Select the range that holds the comps, headings included.');
  let cells: CellsRead | undefined;
  for (let look = 1; look <= looks; look++) {
    [cells] = await port.read([place]);
    if (!cells?.values.some((line) => line.some(isPending))) break;
    if (look < looks) await clock.wait(pause, signal);
  }
  const values = cells?.values ?? [];
  const table = compsFromGrid(
    values.map((line) => line.map((one) => (isPending(one) ? null : one))),
    tickers,
    options,
    { source, decimal: '.' },
  );
  const waiting = table.rows.flatMap(({ ticker }) => {
    const line = values.find((one) => one.some((cell) => sourceText(cell).toLowerCase() === ticker.toLowerCase()));
    return line?.some(isPending) ? [[ticker, 'Some of its cells are still waiting for the terminal.'] as const] : [];
  });
  return { ...table, errors: { ...table.errors, ...Object.fromEntries(waiting) } };
};

const isPending = (value: unknown): boolean => typeof value === 'string' && pending.test(value);
