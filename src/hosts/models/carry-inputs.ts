import { address, columnNumber, onSheet } from '../../template/address.ts';
import { tokens } from '../../template/formula-tokens.ts';
import type { PlannedCell, SheetPlan, WorkbookPlan } from '../../template/plan.ts';
import type { SheetCells } from '../sharing/scope.ts';
import type { CellContent } from '../workbook-port.ts';
import { inputRows, labelColumn, type InputRow, type SheetInputs } from './input-cells.ts';

/** An input that someone has edited: what stood there when the model was inserted no longer does. */
export type EditedInput = {
  readonly sheet: string;
  readonly row: InputRow;
  readonly column: string;
  readonly formula: CellContent;
  readonly value: CellContent;
};

/** The inputs of a sheet that were edited, wherever their rows stand by now. */
export function editedInputs(
  { name, rows }: SheetInputs,
  live: SheetCells,
): { readonly edited: readonly EditedInput[]; readonly gone: readonly string[] } {
  const edited: EditedInput[] = [];
  const gone: string[] = [];
  const lines = linesOf(live);
  let shift = 0;
  for (const row of rows) {
    const found = row.label === '' ? row.row + shift : lines.get(row.label)?.[row.above];
    if (found === undefined) {
      gone.push(`${name}: ${row.label}`);
      continue;
    }
    shift = found - row.row;
    for (const [column, was] of Object.entries(row.inputs)) {
      const at = { row: found, column: columnNumber(column) };
      if (!isSame(live.formula(at), was))
        edited.push({ sheet: name, row, column, formula: live.formula(at), value: live.value(at) });
    }
  }
  return { edited, gone };
}

/** The lines of a sheet by their labels, from the top. */
function linesOf(live: SheetCells): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let row = live.area.top; row <= live.area.bottom; row++) {
    const label = String(live.value({ row, column: labelColumn }));
    found.set(label, [...(found.get(label) ?? []), row]);
  }
  return found;
}

/** Spreadsheets keep fifteen digits of a number. */
const isSame = (one: CellContent, other: CellContent): boolean =>
  typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= 1e-14 * Math.abs(other)
    : one === other;

/** A plan with edited inputs in their places, and where one has no place, or its formula could not come along. */
export type Carried = {
  readonly plan: WorkbookPlan;
  /** How many inputs were carried over. */
  readonly carried: number;
  /** Inputs that have no place any more: "Drivers!I29 (Customers)". */
  readonly lost: readonly string[];
  /** Inputs whose formula reads the model itself, kept as its value. */
  readonly asValues: readonly string[];
};

/** What is typed into a planned cell: a text may begin with an equals sign and be no formula. */
type Typed = { readonly content: CellContent; readonly isFormula: boolean };

/**
 * Puts edited inputs into a plan, by the sheet, the name of the row and the column.
 *
 * @param sheetNames What the sheets of the model are called in the workbook: formulas that read them become values.
 */
export function carryInputs(
  plan: WorkbookPlan,
  edits: readonly EditedInput[],
  sheetNames: readonly string[] = plan.sheets.map(({ name }) => name),
): Carried {
  const lost: string[] = [];
  const asValues: string[] = [];
  const own = new Set(sheetNames.map((name) => name.toLowerCase()));
  const rows = new Map(plan.sheets.map((sheet) => [sheet.name, inputRows(sheet)]));
  const typed = new Map<string, Map<string, Typed>>();
  for (const edit of edits) {
    const { sheet, row, column } = edit;
    const place = rows
      .get(sheet)
      ?.find((one) => one.label === row.label && one.above === row.above && column in one.inputs);
    const where = `${onSheet(sheet, `${column}${row.row}`)}${row.label && ` (${row.label})`}`;
    if (!place) {
      lost.push(where);
      continue;
    }
    const staysFormula = isFormula(edit) && !readsModel(String(edit.formula), own);
    if (isFormula(edit) && !staysFormula) asValues.push(where);
    const ofSheet = typed.get(sheet) ?? new Map<string, Typed>();
    const content = staysFormula ? edit.formula : edit.value;
    typed.set(sheet, ofSheet.set(`${column}${place.row}`, { content, isFormula: staysFormula }));
  }
  const sheets = plan.sheets.map((sheet) => withTyped(sheet, typed.get(sheet.name)));
  return { plan: { ...plan, sheets }, carried: edits.length - lost.length, lost, asValues };
}

const isFormula = ({ formula, value }: EditedInput): boolean =>
  typeof formula === 'string' && formula.startsWith('=') && formula !== value;

/** Whether a formula reads cells of the model, which may stand elsewhere in another version. */
const readsModel = (formula: string, own: ReadonlySet<string>): boolean =>
  tokens(formula.slice(1)).some(
    ({ kind, ...token }) =>
      kind === 'reference' &&
      'reference' in token &&
      (token.reference.sheet === undefined || own.has(token.reference.sheet.toLowerCase())),
  );

function withTyped(sheet: SheetPlan, typed: ReadonlyMap<string, Typed> | undefined): SheetPlan {
  if (!typed) return sheet;
  const cellOf = (cell: PlannedCell | null, at: string): PlannedCell | null => {
    const found = typed.get(at);
    if (!found) return cell;
    const { content, isFormula: staysFormula } = found;
    const style = cell?.style;
    const dressed = style === undefined ? {} : { style };
    if (staysFormula) return { formula: String(content).slice(1), ...dressed };
    return content === '' && style !== undefined ? { style } : { value: content, ...dressed };
  };
  const blocks = sheet.blocks.map((block) => ({
    ...block,
    cells: block.cells.map((line, down) =>
      line.map((cell, across) => cellOf(cell, address(block.row + down, block.column + across))),
    ),
  }));
  return { ...sheet, blocks };
}
