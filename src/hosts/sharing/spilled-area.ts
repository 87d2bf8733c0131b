import type { Area, Position } from '../../template/address.ts';
import { placed, tokens } from '../../template/formula-tokens.ts';
import { callsAddIn, callsForTable } from './add-in-calls.ts';
import type { SheetCells } from './scope.ts';

/** The area of a formula with what it has spilled beside and below itself, as far as it hangs together. */
export function spilledArea(cells: SheetCells, { row, column }: Position): Area {
  const area = { top: row, left: column, bottom: row, right: column };
  if (!maySpill(String(cells.formula({ row, column })))) return area;
  const grows = (places: readonly Position[]): boolean =>
    places.some(cells.isSpilled) && places.every((at) => cells.formula(at) === '');
  for (let hasGrown = true; hasGrown;) {
    hasGrown = false;
    if (grows(line(area.bottom - area.top + 1, (step) => ({ row: area.top + step, column: area.right + 1 })))) {
      area.right++;
      hasGrown = true;
    }
    if (grows(line(area.right - area.left + 1, (step) => ({ row: area.bottom + 1, column: area.left + step })))) {
      area.bottom++;
      hasGrown = true;
    }
  }
  return area;
}

const line = (length: number, at: (step: number) => Position): Position[] =>
  Array.from({ length }, (_, step) => at(step));

const aggregates =
  /^(SUM|SUMIFS?|SUMPRODUCT|AVERAGE|AVERAGEIFS?|MEDIAN|MIN|MAX|COUNT|COUNTA|COUNTBLANK|COUNTIFS?|MATCH|ROWS|COLUMNS|NPV|IRR|AND|OR|STDEV.*|VAR.*|LARGE|SMALL|RANK.*|QUARTILE.*|PERCENTILE.*|SUBTOTAL|AGGREGATE|VLOOKUP|HLOOKUP|TEXTJOIN|CONCAT)$/;
const arrays =
  /^(_XL[A-Z]*[._])*(SEQUENCE|RANDARRAY|FILTER|SORT|SORTBY|UNIQUE|TRANSPOSE|VSTACK|HSTACK|TEXTSPLIT|MMULT|TREND|FREQUENCY|LINEST|OFFSET|INDIRECT|MAP|BYROW|BYCOL|MAKEARRAY|SCAN|TAKE|DROP|EXPAND|WRAPROWS|WRAPCOLS|TOROW|TOCOL|CHOOSEROWS|CHOOSECOLS|LET)$/;

/** Whether a formula may fill more cells than its own. */
const maySpill = (formula: string): boolean =>
  callsForTable(formula) ||
  /[#{[]/.test(formula) ||
  placed(tokens(formula.slice(1))).some(
    ({ token, within }) =>
      (token.kind === 'function' && arrays.test(token.text.toUpperCase())) ||
      (token.kind === 'reference' &&
        token.text.includes(':') &&
        !aggregates.test(within ?? '') &&
        !callsAddIn(`=${within}(`)),
  );
