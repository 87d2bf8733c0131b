import type { CompsQuestion } from '../model/comps/comps-figures.ts';
import { WorkbookError, type CellContent, type WorkbookPort } from '../hosts/workbook-port.ts';
import { mapColumns } from './map-columns.ts';
import { sourceText } from './source-value.ts';

/** A column of figures that a refresh may write: its heading, and what it asks of a company. */
export type FigureColumn = { readonly column: number; readonly head: string; readonly asked: CompsQuestion };

/** A peer where it stands, with all cells of its line; the first cell is that of column 1. */
export type PeerLine = {
  readonly row: number;
  readonly ticker: string;
  readonly name: string;
  readonly isIncluded: boolean;
  readonly formulas: readonly CellContent[];
  readonly values: readonly CellContent[];
};

/** The comps of an inserted model as they stand, found by the headings of the sheet. */
export type CompsOnSheet = {
  readonly sheetId: string;
  readonly columns: Readonly<Record<'currency' | 'price' | 'marketCap' | 'status' | 'age' | 'basis', number>>;
  readonly enterpriseValue: number | undefined;
  /** The columns of sales by year. */
  readonly sales: ReadonlyMap<number, number>;
  readonly figures: readonly FigureColumn[];
  readonly date: { readonly row: number; readonly column: number; readonly formula: CellContent };
  readonly peers: readonly PeerLine[];
};

const heads = {
  currency: /^currency/i,
  price: /^price/i,
  marketCap: /^mkt cap US\$ mn/i,
  status: /^status/i,
  age: /^age/i,
  basis: /^basis/i,
} as const;

/**
 * Reads the comps of a sheet. Lines may have been moved and columns added: headings and tickers tell where things are.
 *
 * @throws WorkbookError where the headings that a refresh needs are not there.
 */
export async function readCompsSheet(port: WorkbookPort, sheetId: string): Promise<CompsOnSheet> {
  const [read] = await port.read([{ sheetId }]);
  const lines = (read?.values ?? []).map((values, index) => ({
    row: read!.row + index,
    values: padded(values, read!.column),
    formulas: padded(read!.formulas[index]!, read!.column),
  }));
  const at = lines.findIndex(
    ({ values }) => values.some((one) => heads.status.test(sourceText(one))) && values.some(isTickerHead),
  );
  const head = lines[at]?.values.map(sourceText) ?? [];
  const columnOf = (form: RegExp): number => {
    const found = head.findIndex((text) => form.test(text));
    if (found >= 0) return found + 1;
    throw new WorkbookError(
      `This sheet has no column headed "${form.source.replace(/[\\^]/g, '')}", as comps have. Insert the model again to refresh them.`,
    );
  };
  const [ticker, include, name] = [/^ticker/i, /^include$/i, /^company/i].map(columnOf) as [number, number, number];
  const columns = Object.fromEntries(
    Object.entries(heads).map(([key, form]) => [key, columnOf(form)]),
  ) as CompsOnSheet['columns'];
  const years = lines[at - 1]?.values ?? [];
  const date = dateCell(lines.slice(0, at));
  const enterprise = head.findIndex((text) => /^EV implied/i.test(text));
  return {
    sheetId,
    columns,
    enterpriseValue: enterprise < 0 ? undefined : enterprise + 1,
    sales: new Map(
      head.flatMap((text, index) => {
        const year = /^sales implied/i.test(text) ? yearIn(text) : undefined;
        return year === undefined ? [] : [[year, index + 1] as const];
      }),
    ),
    figures: figureColumns(head, years),
    date,
    peers: lines.slice(at + 1).flatMap(({ row, values, formulas }): PeerLine[] => {
      const code = sourceText(values[ticker - 1]);
      const flag = values[include - 1];
      if (code === '' || typeof flag !== 'number') return [];
      return [{ row, ticker: code, name: sourceText(values[name - 1]), isIncluded: flag === 1, formulas, values }];
    }),
  };
}

const isTickerHead = (value: CellContent): boolean => /^ticker$/i.test(sourceText(value));
const padded = (cells: readonly CellContent[], firstColumn: number): readonly CellContent[] => [
  ...new Array<CellContent>(firstColumn - 1).fill(''),
  ...cells,
];

type Line = {
  readonly row: number;
  readonly values: readonly CellContent[];
  readonly formulas: readonly CellContent[];
};

function dateCell(lines: readonly Line[]): CompsOnSheet['date'] {
  for (const { row, values, formulas } of lines) {
    const label = values.findIndex((one) => /^comps at closing prices/i.test(sourceText(one)));
    const found = label < 0 ? -1 : values.findIndex((one, index) => index > label && typeof one === 'number');
    if (found >= 0) return { row, column: found + 1, formula: formulas[found]! };
  }
  throw new WorkbookError(
    'This sheet does not say of which day its comps are. Insert the model again to refresh them.',
  );
}

const yearIn = (head: string): number | undefined => {
  const found = /FY(\d\d)/.exec(head);
  return found ? 2000 + Number(found[1]) : undefined;
};

/** Years stand in the line above where they can be changed, else in the heading. */
function figureColumns(head: readonly string[], years: readonly CellContent[]): readonly FigureColumn[] {
  return mapColumns(head).flatMap(({ meaning, column, head: text }): FigureColumn[] => {
    if (meaning?.what !== 'reported') return [];
    const above = years[column];
    const year = typeof above === 'number' ? above : yearIn(text);
    const of = (asked: CompsQuestion) => [{ column: column + 1, head: text, asked }];
    const { field } = meaning;
    if (field === 'sales-growth' || field === 'eps-growth') {
      const span = /FY(\d\d)-(\d\d)/.exec(text);
      return span ? of({ field, from: 2000 + Number(span[1]), to: 2000 + Number(span[2]) }) : [];
    }
    return year === undefined ? [] : of({ field, year });
  });
}
