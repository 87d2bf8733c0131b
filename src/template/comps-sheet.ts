import { mean, median, quartile } from '../model/comps/statistics.ts';
import type { Row } from '../model/row.ts';
import { absolute, address, columnLetters, onSheet, range } from './address.ts';
import type { Book } from './book.ts';
import { Cells } from './cells.ts';
import type { Alert } from './checks-sheet.ts';
import {
  compsColumns as at,
  compsDateCell,
  compsHeadLine,
  compsYearsLine,
  statisticNames,
  type CompsField,
  type CompsGroup,
  type CompsLayout,
  type StatisticName,
} from './comps-layout.ts';
import type { FormatName } from './number-formats.ts';
import { columnHeads, figureCell, pageSheet, scalarValue, text } from './page-sheet.ts';
import type { CellValue, FormulaCell, PlannedCell, SheetPlan } from './plan.ts';
import { putHead } from './sheet-frame.ts';
import { styled, type Mark } from './style-name.ts';

const name = 'Comps';
const fewestPeers = 3;
const fewestCell = 'I4';

/** Comps: the company first, its peers as blue data, statistics of the peers included, the printed ones beside them. */
export function makeCompsSheet(book: Book): { sheet: SheetPlan; alerts: readonly Alert[] } {
  const cells = new Cells(name);
  const layout = book.comps;
  const { comps } = book.desk.company;
  const { fields, groups } = layout;
  const basisColumn = at.firstField + fields.length;
  const links = putHead(cells, book, name, basisColumn);
  cells.put('B4', text('Comps at closing prices of', 'label', 'bold'));
  cells.put(compsDateCell, { value: { date: comps.asOf as Day }, style: styled('input', 'date', 'key') });
  cells.put('H4', text('Fewest peers', 'note', 'right'));
  cells.put(fewestCell, { value: fewestPeers, style: styled('input', 'number') });
  cells.put([compsYearsLine, at.name], text('Year of the multiple', 'note'));
  for (const { year, column } of fields)
    if (year !== undefined) cells.put([compsYearsLine, column], { value: year, style: styled('input', 'year') });
  const heads = ['Company', 'Rating', 'Currency', 'Ticker', 'Include', 'Year-end month', 'Price', 'Mkt cap US$ mn'];
  cells.putRow(compsHeadLine, at.name, [
    ...columnHeads(heads, 4).map((cell) => ({ ...cell, style: styled('column-head', 'text', ...wrapped(cell.value)) })),
    ...fields.map(({ head }) => text(head, 'column-head', 'wrap')),
    text('Basis', 'column-head', 'left', 'wrap'),
  ]);
  for (const field of fields)
    cells.put([compsHeadLine, layout.helperColumn(field)], text(`${field.head} included`, 'column-head', 'wrap'));
  putOwn(cells, book, layout);
  for (const group of groups) putGroup(cells, book, layout, group);
  const width = { name: 30, rating: 11, currency: 9, ticker: 12, include: 9, yearEnd: 9, price: 11.5, marketCap: 11 };
  const sheet = pageSheet(book, cells, {
    name,
    kind: 'working',
    layout: 'table',
    widths: [2.5, ...Object.values(width), ...fields.map(() => 10.5), 46, ...fields.map(() => 9)],
    heights: { [compsHeadLine]: 38 },
    print: { pagesTall: 1 },
    lastColumn: basisColumn,
    freeze: { rows: compsHeadLine, columns: at.ticker },
    links,
    inputs: [
      compsDateCell,
      fewestCell,
      range({ top: compsYearsLine, left: at.firstField, bottom: compsYearsLine, right: basisColumn }),
      ...groups.map(({ peers, headLine }) =>
        range({ top: headLine + 1, left: at.name, bottom: headLine + peers.length, right: basisColumn }),
      ),
      ...groups.map((group) =>
        range({
          top: layout.statisticLine(group, 'Mean, as printed'),
          left: at.firstField,
          bottom: layout.statisticLine(group, 'Median, as printed'),
          right: basisColumn,
        }),
      ),
    ],
    validations: groups.map(({ peers, headLine }) => ({
      range: range({ top: headLine + 1, left: at.include, bottom: headLine + peers.length, right: at.include }),
      allow: { kind: 'list', words: ['0', '1'] },
      blank: false,
      prompt: { title: 'Include', text: '1 counts the peer in its group, 0 leaves it out.' },
      refusal: { title: 'Include', text: 'Choose 1 or 0.' },
      strict: true,
    })),
  });
  return { sheet, alerts: alertsOf(book, layout) };
}

type Day = `${number}-${number}-${number}`;
const wrapped = (head: CellValue): readonly Mark[] =>
  ['Company', 'Rating', 'Currency', 'Ticker'].includes(String(head)) ? ['left', 'wrap'] : ['wrap'];

const orNotAvailable = (value: number | null, format: FormatName): PlannedCell =>
  value === null ? text('n.a.', 'input', 'right') : { value, style: styled('input', format) };

function putOwn(cells: Cells, book: Book, layout: CompsLayout): void {
  const { model, company } = book.desk;
  const { value, market } = model;
  const line = layout.ownLine;
  const bold = { marks: ['bold'] as const };
  cells.putRow(line, at.name, [
    text(company.name, 'label', 'bold'),
    { ...figureCell(book, name, value.rating, 0), style: styled('link', 'text', 'left') },
    text('HKD'),
    text(company.ticker, 'text', 'bold'),
    undefined,
    text('12', 'text', 'right'),
    figureCell(book, name, market.sharePrice, 0, bold),
    { ...figureCell(book, name, value.marketCapUsd, 0), style: styled('link', 'count') },
  ]);
  for (const field of layout.fields) cells.put([line, field.column], ownField(book, field));
  cells.put(
    [line, at.firstField + layout.fields.length],
    text("this model, live; the report's definition of EV", 'note'),
  );
}

/** The company's own figure, live from the model. */
function ownField(book: Book, field: CompsField): PlannedCell {
  const { columns, desk } = book;
  const { value, sales, profit, cash } = desk.model;
  const style = styled('link', field.format, 'bold');
  const inYear = (row: Row, year: number): PlannedCell => {
    const index = columns.years.findIndex((one) => one.year === year);
    if (index < 0 || !book.step(row, index)) return text('n.a.', 'text', 'right');
    const { values, years } = book.placement(name).series(row);
    const head = `${columnLetters(field.column)}$${compsYearsLine}`;
    return { formula: `INDEX(${values},MATCH(${head},${years},0))`, cached: book.value(row, index)!, style };
  };
  const [from, to] = [columns.firstEstimate - 1, columns.years.length - 1];
  switch (field.kind) {
    case 'ev-sales':
      return inYear(value.evSales, field.year!);
    case 'price-sales':
      return inYear(value.priceSales, field.year!);
    case 'sales-growth': {
      const [first, last] = [from, to].map((index) => book.link(name, sales.revenue, index)) as [string, string];
      const [firstYear, lastYear] = [from, to].map((index) =>
        onSheet(book.home(sales.revenue).sheet, `${columnLetters(columns.year(index))}$4`),
      ) as [string, string];
      const span = columns.years[to]!.year - columns.years[from]!.year;
      return {
        formula: `(${last}/${first})^(1/(${lastYear}-${firstYear}))-1`,
        cached: (Number(book.value(sales.revenue, to)) / Number(book.value(sales.revenue, from))) ** (1 / span) - 1,
        style,
      };
    }
    case 'eps-growth':
      return text('n.a.', 'text', 'right');
    case 'gross-margin':
      return { ...figureCell(book, name, profit.grossMargin, from), style };
    case 'cash-flow-margin':
      return { ...figureCell(book, name, cash.freeCashFlowMargin, from), style };
  }
}

function putGroup(cells: Cells, book: Book, layout: CompsLayout, group: CompsGroup): void {
  const { fields } = layout;
  const basisColumn = at.firstField + fields.length;
  for (let column = at.name; column <= basisColumn; column++)
    cells.put([group.headLine, column], text(column === at.name ? group.name : '', 'heading'));
  for (const { line, peer } of group.peers) {
    cells.putRow(line, at.name, [
      text(peer.name, 'input', 'left'),
      text(peer.rating ?? '', 'input', 'left'),
      text(peer.currency, 'input', 'left'),
      text(peer.ticker, 'input', 'left'),
      { value: 1, style: styled('input', 'number') },
      { value: peer.fiscalYearEndMonth, style: styled('input', 'number') },
      orNotAvailable(peer.price, 'per-share'),
      orNotAvailable(peer.marketCapUsdMn, 'count'),
      ...fields.map((field) => orNotAvailable(field.of(peer), field.format)),
      text(peer.basis, 'input', 'left'),
    ]);
    for (const field of fields) {
      const value = field.of(peer);
      const cell = address(line, field.column);
      cells.put([line, layout.helperColumn(field)], {
        formula: `IF($${columnLetters(at.include)}${line}=1,IF(ISNUMBER(${cell}),${cell},""),"")`,
        cached: value ?? '',
        style: styled('muted', field.format),
      });
    }
  }
  for (const statistic of statisticNames) {
    const line = layout.statisticLine(group, statistic);
    cells.put([line, at.name], text(statistic, statistic.endsWith('printed') ? 'note' : 'label', 'indent'));
    for (const field of fields) cells.put([line, field.column], statisticCell(book, layout, group, statistic, field));
  }
}

function statisticCell(
  book: Book,
  layout: CompsLayout,
  group: CompsGroup,
  statistic: StatisticName,
  field: CompsField,
): PlannedCell {
  if (statistic === 'Mean, as printed' || statistic === 'Median, as printed') {
    const word = statistic === 'Mean, as printed' ? 'mean' : 'median';
    const printed = book.desk.company.comps.statistics.find(
      (one) => one.group === group.name && one.statistic === word,
    );
    return orNotAvailable(printed ? field.of(printed) : null, field.format);
  }
  const [first, last] = [group.peers[0]!.line, group.peers.at(-1)!.line];
  const column = layout.helperColumn(field);
  const values = range({ top: first, left: column, bottom: last, right: column });
  const numbers = group.peers.flatMap(({ peer }) => field.of(peer) ?? []);
  const [call, value] = ((): [string, number] => {
    switch (statistic) {
      case 'Mean':
        return [`AVERAGE(${values})`, mean(numbers)];
      case 'Median':
        return [`MEDIAN(${values})`, median(numbers)];
      case 'High':
        return [`MAX(${values})`, Math.max(...numbers)];
      case 'Low':
        return [`MIN(${values})`, Math.min(...numbers)];
      case 'Lower quartile':
        return [`QUARTILE(${values},1)`, quartile(numbers, 1)];
      case 'Upper quartile':
        return [`QUARTILE(${values},3)`, quartile(numbers, 3)];
      case 'Number of peers':
        return [`COUNT(${values})`, numbers.length];
    }
  })();
  const marks: readonly Mark[] = statistic === 'Median' ? ['bold'] : statistic === 'Mean' ? ['total'] : [];
  if (statistic === 'Number of peers') return { formula: call, cached: value, style: styled('formula', 'number') };
  return {
    formula: `IF(COUNT(${values})=0,"n.a.",${call})`,
    cached: numbers.length === 0 ? 'n.a.' : value,
    style: styled('formula', field.format, ...marks),
  };
}

function alertsOf(book: Book, layout: CompsLayout): readonly Alert[] {
  const { model, company } = book.desk;
  const date = onSheet(name, absolute(compsDateCell));
  const priced = scalarValue(book, model.market.pricingDate);
  const asOf = Date.parse(`${company.comps.asOf}T00:00:00Z`) / 86_400_000 + 25_569;
  const [field] = layout.fields;
  const counts = layout.groups.map((group) =>
    onSheet(name, absolute(address(layout.statisticLine(group, 'Number of peers'), field!.column))),
  );
  const fewest = onSheet(name, absolute(fewestCell));
  return [
    {
      name: 'Comps and share price of different dates',
      formula: `IF(${date}=${book.link('Checks', model.market.pricingDate, 0)},0,1)`,
      cached: asOf === priced ? 0 : 1,
    },
    {
      name: 'Peer groups with too few peers for a statistic',
      formula: counts.map((cell) => `IF(${cell}<${fewest},1,0)`).join('+'),
      cached: layout.groups.filter(
        (group) => group.peers.flatMap(({ peer }) => field!.of(peer) ?? []).length < fewestPeers,
      ).length,
    },
  ];
}

/** The peer's multiple on Comps in the latest of its years that is not after the valuation year. */
export function peerMultipleCell(book: Book, ticker: string, year: string): Omit<FormulaCell, 'style'> | undefined {
  const layout = book.comps;
  const { model } = book.desk;
  const columns = layout.fields.filter(({ kind }) => kind === 'ev-sales').map(({ column }) => column);
  const [left, right] = [columns[0]!, columns.at(-1)!];
  const span = (from: number, to: number, top: number, bottom: number) =>
    onSheet(name, absolute(range({ top, left: from, bottom, right: to })));
  const [top, bottom] = [layout.ownLine, layout.lastLine];
  const valuationYear = book.inputs.value(model.market.valuationYear)!.toNumber();
  const shown = layout.years.filter((one) => one <= valuationYear).at(-1);
  const peer = layout.groups
    .flatMap(({ peers }) => peers)
    .find((one) => one.peer.ticker === book.inputs.textOf(model.market.peerTicker))?.peer;
  const multiple = shown === undefined ? undefined : peer?.evSales[shown];
  if (multiple === undefined || multiple === null) return undefined;
  return {
    formula:
      `INDEX(${span(left, right, top, bottom)},MATCH(${ticker},${span(at.ticker, at.ticker, top, bottom)},0),` +
      `MATCH(${year},${span(left, right, compsYearsLine, compsYearsLine)},1))`,
    cached: multiple,
  };
}
