import { reconcile } from '../../company/reconcile.ts';
import { rowFigure } from '../../model/figures.ts';
import { yearLabel, type FinancialYear } from '../../model/financial-year.ts';
import { InputError } from '../../model/input-error.ts';
import type { Exact } from '../../model/inputs.ts';
import { restsOn } from '../../model/readings/rests-on.ts';
import { words } from '../../model/readings/words.ts';
import type { Row } from '../../model/row.ts';
import { sourceWords } from '../../model/source-words.ts';
import { address } from '../../template/address.ts';
import { provenance } from '../../template/driver-provenance.ts';
import type { CellContent } from '../workbook-port.ts';
import type { ExplainedFigure, Explanation, Support } from './explanation.ts';
import { priceOf } from './model-status.ts';
import type { LiveModel } from './read-model.ts';

/** A row as a cell shows it. */
export type ShownRow = {
  readonly row: Row;
  readonly sign: 1 | -1;
  /** Undefined for a scalar. */
  readonly year: FinancialYear | undefined;
};

type RowExplanation = Omit<Explanation, 'place'>;

/** Units that a figure says by itself. */
const saysItsUnit: ReadonlySet<string> = new Set(['percent', 'multiple', 'choice', 'rating', 'date', 'year', 'flag']);

/** A number in as many digits as tell two figures of a model apart. */
const readable = (value: CellContent): string =>
  String(typeof value === 'number' ? Number(value.toPrecision(10)) : value);

/** What a row is, how it follows from others with the numbers of the live inputs, and what the report printed. */
export function explainRow(model: LiveModel, shown: ShownRow, value: CellContent): RowExplanation {
  const { row, sign, year } = shown;
  const { live, fault } = model;
  const title = year ? `${row.label} ${yearLabel(year)}` : row.label;
  const isInput = row.estimate === 'data' && (row.isScalar || year?.status === 'estimate');
  const about = `In ${row.unit.name}, ${row.sign}; ${sourceWords(row)}. Known to the functions as ${row.id}.`;
  const exact = live?.solution.value(row, year?.year);
  const yearIndex = year && live ? live.solution.plan.yearIndex(year.year) : -1;
  return {
    kind: isInput ? 'input' : 'row',
    title,
    sentences: [
      ...(live ? definition(model, shown) : [fault ?? '']),
      about,
      ...(sign < 0 ? ['This sheet shows it with the opposite sign.'] : []),
      ...(isInput ? inputSentences(model, shown) : []),
    ],
    figures: [
      { label: 'Shown', text: readable(value) },
      ...(exact
        ? [{ label: 'Exact', text: exact.isNaN() ? row.otherwise : readable(exact.times(sign).toNumber()) }]
        : []),
      ...printedFigures(model, shown, exact),
    ],
    restsOn: live ? restsOn(live.solution, row, yearIndex).map((one) => supportOf(model, one.row, one.yearIndex)) : [],
  };
}

function definition({ live }: LiveModel, { row, year }: ShownRow): readonly string[] {
  try {
    return [words(live!.solution, row, year?.year)];
  } catch (error) {
    if (error instanceof InputError) return [error.message];
    throw error;
  }
}

/** What is sensible for an input, what was published, and what the published value would do. */
function inputSentences({ desk, live }: LiveModel, { row, year }: ShownRow): readonly string[] {
  const { company, base } = desk;
  const driver = company.drivers.find(({ id }) => id === row.id);
  const scalar = company.scalars.find(({ id }) => id === row.id);
  const [range, what] = driver ? [driver.range, 'Sensible'] : [scalar?.limits, 'Possible'];
  const unit = row.unit.kind === 'percent' ? '%' : ` ${row.unit.name}`;
  const from = driver ? provenance(driver, row) : [scalar?.source, row.note].filter(Boolean).join('; ');
  const published = base.value(row, year?.year);
  const current = live?.inputs.value(row, year?.year);
  const sentences = [
    ...(range ? [`${what} from ${range[0]} to ${range[1]}${unit}.`] : []),
    ...(from ? [`Source: ${from}.`] : []),
  ];
  if (!published || !live || !current) return sentences;
  const figure = rowFigure(row, published);
  if (current.toNumber() === published.toNumber()) return [...sentences, `It is as published, ${figure}.`];
  const back = live.inputs.with([{ row, year: year?.year, value: published }]);
  const effect = priceOf(desk, back) - priceOf(desk, live.inputs);
  return [...sentences, `Published: ${figure}. With that the target price would change by HK$${effect.toFixed(3)}.`];
}

/** What the report printed of a figure, and how far the exact figure is from it. */
function printedFigures(
  { desk, live }: LiveModel,
  { row, year }: ShownRow,
  exact: Exact | undefined,
): readonly ExplainedFigure[] {
  if (!exact || !year || !live) return [];
  const figures = desk.company.published.filter(({ rows }) => rows.some(({ line }) => line === row.id));
  const printed = figures
    .flatMap(({ figure }) => reconcile(desk, live.solution, figure))
    .find((one) => one.line === row && one.year.year === year.year);
  if (!printed) return [];
  const difference = Number(printed.computed.minus(printed.printed).toPrecision(6));
  const within = printed.within ? 'within its rounding' : 'more than its rounding';
  return [
    { label: `Printed in ${sourceWords({ figure: printed.figure })}`, text: `${printed.printed}` },
    { label: 'Exact less printed', text: `${difference} (${within})` },
  ];
}

function supportOf({ live, book, sheets }: LiveModel, row: Row, yearIndex: number): Support {
  const { solution } = live!;
  const year = solution.plan.years[yearIndex];
  const value = solution.value(row, year?.year);
  const { sheet, line } = book.home(row);
  const stands = sheets.get(sheet);
  const range = address(line, book.column(row, Math.max(yearIndex, 0)));
  return {
    label: year ? `${row.label} ${yearLabel(year)}` : row.label,
    text: value ? `${rowFigure(row, value)}${saysItsUnit.has(row.unit.kind) ? '' : ` ${row.unit.name}`}` : 'no value',
    ...(stands && { place: { sheetId: stands.id, sheetName: stands.name, range } }),
  };
}
