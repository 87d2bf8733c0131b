import type { FUniver } from '@univerjs/core/facade';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import { parseRange } from '../../template/address.ts';
import type { ChartPlan } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { SheetPlan } from '../../template/plan.ts';
import type { CellContent } from '../workbook-port.ts';
import { addDrawing, chartBox } from './chart-box.ts';
import { chartSvg } from './chart-svg.ts';

/** What drawing charts asks of the workbook. */
export type ChartCells = {
  /** Reads the cells of a range, row by row, of a sheet by its id. */
  readonly values: (sheetId: string, range: string) => readonly CellContent[];
  readonly sheetId: (name: string) => string;
  readonly watch: (told: () => void) => () => void;
};

let drawn = 0;

/** Draws the charts of a sheet over its cells; each is drawn again as its cells change. */
export function writeCharts(
  api: FUniver,
  sheet: FWorksheet,
  { charts }: SheetPlan,
  scheme: ColourScheme,
  cells: ChartCells,
): void {
  for (const plan of charts) {
    const read = readerOf(plan, cells);
    const { startX, startY, endX, endY } = pixels(sheet, plan.covers);
    const id = `st-model-chart-${++drawn}`;
    addDrawing(id, {
      svg: () => chartSvg(plan, read(), scheme, { width: endX - startX, height: endY - startY }),
      watch: cells.watch,
    });
    sheet.addFloatDomToPosition(
      {
        componentKey: chartBox,
        initPosition: { startX, startY, endX, endY },
        data: { id },
        allowTransform: false,
        unitId: api.getActiveWorkbook()!.getId(),
        subUnitId: sheet.getSheetId(),
      } as Parameters<FWorksheet['addFloatDomToPosition']>[0],
      id,
    );
  }
}

/** Sheets are found once, when the chart is made: it follows one that is renamed later. */
function readerOf(plan: ChartPlan, { values, sheetId }: ChartCells) {
  const cellsAt = (reference: string) => {
    const [, name, range] = /^'((?:[^']|'')+)'!(.+)$/.exec(reference)!;
    const id = sheetId(name!.replaceAll("''", "'"));
    return () => values(id, range!.replaceAll('$', ''));
  };
  const categories = cellsAt(plan.categories);
  const series = plan.series.map((one) => cellsAt(one.values));
  return () => ({
    categories: categories().map(String),
    series: series.map((points) => points().map((one) => (typeof one === 'number' ? one : undefined))),
  });
}

/** Where a range lies on its sheet. */
function pixels(sheet: FWorksheet, covers: string) {
  const { top, left, bottom, right } = parseRange(covers);
  const across = (until: number) => sum(until, (index) => sheet.getColumnWidth(index));
  const down = (until: number) => sum(until, (index) => sheet.getRowHeight(index));
  return { startX: across(left - 1), endX: across(right), startY: down(top - 1), endY: down(bottom) };
}

const sum = (until: number, size: (index: number) => number): number =>
  Array.from({ length: until }, (_, index) => size(index)).reduce((all, one) => all + one, 0);
