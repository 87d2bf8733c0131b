import type { Company } from '../../company/company.ts';
import { contains, parseAddress, type Area } from '../../template/address.ts';
import { cellsOf, Cells } from '../../template/cells.ts';
import { compsColumns as at, compsLayout } from '../../template/comps-layout.ts';
import type { PlannedCell, SheetPlan } from '../../template/plan.ts';
import { styled } from '../../template/style-name.ts';
import type { SheetCells } from './scope.ts';

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
type CompsForClient = { readonly sheet: SheetPlan; readonly emptied: readonly string[] };

/**
 * Empties a provider's prices, market capitalisations, net debt and what is worked out from them; their multiples stay
 * as values, with the provider said beside them.
 */
export function compsForClient(sheet: SheetPlan, live: SheetCells, company: Company): CompsForClient {
  const layout = compsLayout(company);
  const lines = new Map(providersOf(live, company).map((one) => [one.row, one]));
  if (lines.size === 0) return { sheet, emptied: [] };
  const cells = new Cells(sheet.name);
  for (const { row, column, cell } of cellsOf(sheet)) {
    const found = lines.get(row);
    cells.put([row, column], found === undefined ? cell : forClient(cell, column, found.provider, layout));
  }
  const areas = emptiedAreas(live, company);
  const notes = sheet.notes.filter(({ cell }) => !areas.some((area) => contains(area, parseAddress(cell))));
  return { sheet: { ...sheet, blocks: cells.blocks(), notes }, emptied: [...lines.values()].map(({ name }) => name) };
}

/** The cells of Comps that are emptied for a client: a formula that reads them cannot stay one. */
export function emptiedAreas(live: SheetCells, company: Company): readonly Area[] {
  const right = at.firstSales + compsLayout(company).years.length - 1;
  return providersOf(live, company).map(({ row }) => ({ top: row, bottom: row, left: at.price, right }));
}

/** The lines of peers whose figures are a provider's. */
function providersOf(live: SheetCells, company: Company) {
  const { groups, status } = compsLayout(company);
  return groups
    .flatMap(({ peers }) => peers)
    .map(({ line: row }) => ({
      row,
      name: String(live.value({ row, column: at.name })),
      provider: String(live.value({ row, column: status })),
    }))
    .filter(({ name, provider }) => name !== '' && !mayTravel(provider));
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
