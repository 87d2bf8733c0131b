import { DrawingTypeEnum } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import { InsertSheetDrawingCommand } from '@univerjs/preset-sheets-drawing';
import { parseRange } from '../../template/address.ts';
import type { ChartPlan } from '../../template/chart-plan.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { SheetPlan } from '../../template/plan.ts';
import { addDrawing, chartBox } from './chart-box.ts';
import { chartSvg } from './chart-svg.ts';
import { shownText, type GridCell } from './sheet-cells.ts';

/** What drawing charts asks of the workbook. */
export type ChartCells = {
  /** Reads the cells of a range, row by row, of a sheet by its id. */
  readonly values: (sheetId: string, range: string) => readonly GridCell[];
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
    const at = boxOf(sheet, plan.covers);
    const drawingId = `st-model-chart-${++drawn}`;
    addDrawing(drawingId, { svg: () => chartSvg(plan, read(), scheme, at.transform), watch: cells.watch });
    const unitId = api.getActiveWorkbook()!.getId();
    // The grid's own call for this takes the widths of the sheet in sight, whichever that is.
    void api.executeCommand(InsertSheetDrawingCommand.id, {
      unitId,
      drawings: [
        {
          unitId,
          subUnitId: sheet.getSheetId(),
          drawingId,
          drawingType: DrawingTypeEnum.DRAWING_DOM,
          componentKey: chartBox,
          ...at,
          axisAlignSheetTransform: at.sheetTransform,
          data: { id: drawingId },
          allowTransform: false,
        },
      ],
    });
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
    categories: categories().map(shownText),
    series: series.map((points) => points().map(({ value }) => (typeof value === 'number' ? value : undefined))),
  });
}

/** Where a range lies: by its cells, and in pixels beside the headings of rows and columns. */
function boxOf(sheet: FWorksheet, covers: string) {
  const { top, left, bottom, right } = parseRange(covers);
  const { rowHeader, columnHeader } = sheet.getSheet().getConfig();
  const across = (until: number) => sum(until, (index) => sheet.getColumnWidth(index));
  const down = (until: number) => sum(until, (index) => sheet.getRowHeight(index));
  const corner = (row: number, column: number) => ({ row, rowOffset: 0, column, columnOffset: 0 });
  return {
    sheetTransform: { from: corner(top - 1, left - 1), to: corner(bottom, right) },
    transform: {
      left: rowHeader.width + across(left - 1),
      top: columnHeader.height + down(top - 1),
      width: across(right) - across(left - 1),
      height: down(bottom) - down(top - 1),
    },
  };
}

const sum = (until: number, size: (index: number) => number): number =>
  Array.from({ length: until }, (_, index) => size(index)).reduce((all, one) => all + one, 0);
