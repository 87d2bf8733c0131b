import { differences } from '../../company/checks.ts';
import type { OperatingModel } from '../../company/operating-model.ts';
import { rowFigure } from '../../model/figures.ts';
import { yearLabel } from '../../model/financial-year.ts';
import type { Inputs } from '../../model/inputs.ts';
import { solve } from '../../model/readings/solve.ts';
import { alertCountCell } from '../../template/checks-sheet.ts';
import { address } from '../../template/address.ts';
import { checksSheet } from '../../template/book-layout.ts';
import { masterCountCell } from '../../template/sheet-frame.ts';
import type { WorkbookPort } from '../workbook-port.ts';
import { readModel, type LiveModel } from './read-model.ts';

/** An input that differs from the published base case. */
export type InputChange = {
  readonly id: string;
  readonly label: string;
  /** FY22E; empty for a scalar. */
  readonly period: string;
  readonly unit: string;
  /** As an analyst reads them. */
  readonly from: string;
  readonly to: string;
  /** What this change alone does to the target price, in HK$. */
  readonly effect: number;
};

/** How an inserted model stands. Figures are those of the exact solve on its live inputs; undefined without them. */
export type ModelStatus = {
  readonly id: number;
  readonly scenario: string;
  /** HK$. */
  readonly targetPrice?: number;
  /** As a fraction. */
  readonly upside?: number;
  readonly rating?: string;
  /** The target price that the sheet shows; undefined where the sheet is not there. */
  readonly shownTargetPrice?: number | string;
  /** Counted by the sheet of checks; undefined where it is not there. */
  readonly failedChecks?: number;
  readonly alerts?: number;
  /** By size of effect, the largest first. */
  readonly changes: readonly InputChange[];
  /** What all changes do to the target price together, in HK$. */
  readonly together: number;
  /** What is to be said of the model, in sentences. */
  readonly remarks: readonly string[];
};

/** Two target prices closer than this, in HK$, are the same. */
const samePrice = 1e-6;

/**
 * Target price, rating, checks of an inserted model, and what differs from the published base case with its effect.
 *
 * @throws WorkbookError where there is no such model.
 * @example (await modelStatus(port, desk, 1)).targetPrice // 8.07...
 */
export async function modelStatus(port: WorkbookPort, desk: OperatingModel, id: number): Promise<ModelStatus> {
  return statusOf(await readModel(port, desk, id));
}

/** The status of a model that has been read. */
export function statusOf(model: LiveModel): ModelStatus {
  const { desk, live, fault, scenario, id } = model;
  const { value } = desk.model;
  const shown = shownIn(model, value.targetPrice);
  const counted = (cell: string) => {
    const found = model.sheets.get(checksSheet)?.cells.get(cell)?.value;
    return typeof found === 'number' ? found : undefined;
  };
  const [failedChecks, alerts] = [counted(masterCountCell), counted(alertCountCell)];
  const common = {
    id,
    scenario,
    ...(shown !== undefined && { shownTargetPrice: shown }),
    ...(failedChecks !== undefined && { failedChecks }),
    ...(alerts !== undefined && { alerts }),
  };
  if (!live) return { ...common, changes: [], together: 0, remarks: [fault ?? ''] };
  const { solution, inputs } = live;
  const targetPrice = solution.value(value.targetPrice)!.toNumber();
  return {
    ...common,
    targetPrice,
    upside: solution.value(value.upside)!.toNumber(),
    rating: rowFigure(value.rating, solution.value(value.rating)!),
    changes: changesOf(desk, inputs),
    together: targetPrice - priceOf(desk, desk.base),
    remarks: disagreement(shown, targetPrice),
  };
}

/** The target price of inputs by the exact solve, in HK$. */
export const priceOf = ({ model }: OperatingModel, inputs: Inputs): number =>
  solve(model, inputs).value(model.value.targetPrice)!.toNumber();

function shownIn({ book, sheets }: LiveModel, row: LiveModel['desk']['model']['value']['targetPrice']) {
  const { sheet, line } = book.home(row);
  const found = sheets.get(sheet)?.cells.get(address(line, book.column(row, 0)))?.value;
  return typeof found === 'boolean' ? String(found) : found;
}

function disagreement(shown: number | string | undefined, exact: number): readonly string[] {
  if (shown === undefined || (typeof shown === 'number' && Math.abs(shown - exact) < samePrice)) return [];
  return [
    `The sheet shows a target price of ${typeof shown === 'number' ? shown.toFixed(3) : shown || 'nothing'}; its inputs give ` +
      `${exact.toFixed(3)}: calculation is manual, or a formula was overwritten. Calculate, then check the model.`,
  ];
}

/** The changes of inputs against the base case; what differs only in digits that no cell holds does not count. */
function changesOf(desk: OperatingModel, inputs: Inputs): readonly InputChange[] {
  const base = solve(desk.model, desk.base);
  const before = priceOf(desk, desk.base);
  return differences(desk, { inputs })
    .filter(({ from, to }) => from?.toNumber() !== to.toNumber())
    .map(({ row, year, from, to }) => {
      const was = from ?? base.value(row, year?.year);
      return {
        id: row.id,
        label: row.label,
        period: year ? yearLabel(year) : '',
        unit: row.unit.name,
        from: was ? rowFigure(row, was) : '',
        to: rowFigure(row, to),
        effect: priceOf(desk, desk.base.with([{ row, year: year?.year, value: to }])) - before,
      };
    })
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
}
