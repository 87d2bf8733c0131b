import type { Company } from '../../company/company.ts';
import { address, contains, parseAddress } from '../../template/address.ts';
import { cellsOf, Cells } from '../../template/cells.ts';
import { compsColumns as at, compsLayout } from '../../template/comps-layout.ts';
import type { PlannedCell, SheetPlan } from '../../template/plan.ts';
import { styled } from '../../template/style-name.ts';

/** What Comps says of a peer's figures that are the report's own. */
const snapshot = 'printed';

/**
 * Whether prices, market capitalisations and net debt of a peer may go to a client: only the report's own snapshot may,
 * a data provider's are licensed to the desk.
 *
 * @param provider Where Comps says that the figures come from.
 * @example mayTravel('printed') // true
 */
export const mayTravel = (provider: string): boolean => provider.trim().toLowerCase() === snapshot;

/** Comps as a client may have it, and the peers whose figures were emptied. */
export type CompsForClient = { readonly sheet: SheetPlan; readonly emptied: readonly string[] };

/**
 * Empties a provider's prices, market capitalisations, net debt and what is worked out from them; their multiples stay
 * as values, with the provider said beside them.
 */
export function compsForClient(sheet: SheetPlan, company: Company): CompsForClient {
  const layout = compsLayout(company);
  const held = new Map([...cellsOf(sheet)].map(({ row, column, cell }) => [address(row, column), cell]));
  const textAt = (row: number, column: number): string => {
    const cell = held.get(address(row, column));
    return cell && 'value' in cell ? String(cell.value) : '';
  };
  const lines = new Map(
    layout.groups.flatMap(({ peers }) =>
      peers.flatMap(({ line }) => {
        const provider = textAt(line, layout.status);
        const hasPeer = textAt(line, at.name) !== '';
        return hasPeer && !mayTravel(provider) ? [[line, provider] as const] : [];
      }),
    ),
  );
  if (lines.size === 0) return { sheet, emptied: [] };
  const cells = new Cells(sheet.name);
  for (const { row, column, cell } of cellsOf(sheet)) {
    const provider = lines.get(row);
    cells.put([row, column], provider === undefined ? cell : forClient(cell, column, provider, layout));
  }
  const [columns, rows] = [[at.price, at.firstSales + layout.years.length - 1] as const, [...lines.keys()]];
  const isEmptied = (cell: string): boolean =>
    rows.some((row) => contains({ top: row, bottom: row, left: columns[0], right: columns[1] }, parseAddress(cell)));
  return {
    sheet: { ...sheet, blocks: cells.blocks(), notes: sheet.notes.filter(({ cell }) => !isEmptied(cell)) },
    emptied: rows.map((row) => textAt(row, at.name)),
  };
}

function forClient(
  cell: PlannedCell,
  column: number,
  provider: string,
  { years, basis, fields }: ReturnType<typeof compsLayout>,
): PlannedCell {
  if (column >= at.price && column < at.firstSales + years.length)
    return { value: 'n.a.', style: cell.style ?? styled('input', 'count') };
  if (column === basis && 'value' in cell) {
    const source = `multiples: ${provider || 'source not said'}`;
    return { ...cell, value: cell.value === '' ? source : `${String(cell.value)}; ${source}` };
  }
  const isMultiple = fields.some((field) => field.column === column);
  if (isMultiple && 'formula' in cell && cell.cached !== undefined) {
    return { value: cell.cached, ...(cell.style && { style: cell.style }) };
  }
  return cell;
}
