import type { OperatingModel } from '../../company/operating-model.ts';
import { Cells, cellsOf } from '../../template/cells.ts';
import type { PlannedCell, SheetPlan } from '../../template/plan.ts';
import { sheetCatalogue } from '../../template/sheet-catalogue.ts';
import { styled } from '../../template/style-name.ts';
import type { SheetCells } from './scope.ts';

/** What the stamp on a copy is made from. */
type Stamp = {
  readonly desk: OperatingModel;
  readonly date: `${number}-${number}-${number}`;
  readonly templateVersion: number;
  /** Drivers as they stand, where they go along. */
  readonly drivers: SheetCells | undefined;
};

const [label, unit, value] = [2, 3, 4];

/** The sheets that stay on the desk. */
export const deskSheets: ReadonlySet<string> = new Set(['Reconciliation', 'Report notes']);

/** The house's disclosure as Drivers hold it. */
export const disclosureOn = (drivers: SheetCells | undefined): string | undefined =>
  inputAt(drivers, 'Disclosure', 'string');

/** The Cover without what speaks of sheets that stay on the desk, stamped with the vintage, the day of the copy and the disclosure. */
export function coverForClient(sheet: SheetPlan, { desk, date, templateVersion, drivers }: Stamp): SheetPlan {
  const gone = sheetCatalogue.filter(([name]) => deskSheets.has(name));
  const isOfIt = (cell: PlannedCell): boolean => {
    const text = 'value' in cell && typeof cell.value === 'string' ? cell.value : '';
    return gone.some(([name, about]) => text.startsWith(name) || text === about);
  };
  const cells = new Cells(sheet.name);
  let last = 0;
  for (const { row, column, cell } of cellsOf(sheet)) {
    if (column >= label && column <= value) last = Math.max(last, row);
    if (!isOfIt(cell)) cells.put([row, column], cell);
  }
  const head = last + 2;
  cells.putRow(head, label, [
    { value: 'Copy for client', style: styled('heading') },
    { value: '', style: styled('heading') },
    { value: '', style: styled('heading') },
  ]);
  const pricingDate = inputAt(drivers, desk.model.market.pricingDate.label, 'number');
  const disclosure = disclosureOn(drivers);
  const lines: readonly (readonly [string, string, PlannedCell])[] = [
    ['Copied on', 'date', { value: { date }, style: styled('note', 'date', 'right') }],
    ...(pricingDate !== undefined
      ? [['Prices as of', 'date', { value: pricingDate, style: styled('note', 'date', 'right') }] as const]
      : []),
    ['Data version', '', { value: desk.company.version, style: styled('text', 'text', 'right') }],
    ['Model layout', '', { value: `version ${templateVersion}`, style: styled('text', 'text', 'right') }],
    ['Disclosure', '', { value: disclosure ?? 'none typed in on Drivers', style: styled('text', 'text', 'left') }],
  ];
  lines.forEach(([what, of, cell], index) =>
    cells.putRow(head + 1 + index, label, [
      { value: what, style: styled('label') },
      { value: of, style: styled('unit') },
      cell,
    ]),
  );
  return { ...sheet, blocks: cells.blocks() };
}

type Kinds = { readonly number: number; readonly string: string };

/** The first number or text that stands to the right of a label's unit on Drivers. */
function inputAt<Kind extends keyof Kinds>(
  drivers: SheetCells | undefined,
  text: string,
  kind: Kind,
): Kinds[Kind] | undefined {
  if (!drivers) return undefined;
  const { top, bottom, right } = drivers.area;
  for (let row = top; row <= bottom; row++) {
    if (drivers.value({ row, column: label }) !== text) continue;
    for (let column = unit + 1; column <= right; column++) {
      const found = drivers.value({ row, column });
      if (found !== '' && typeof found === kind) return found as Kinds[Kind];
    }
  }
  return undefined;
}
