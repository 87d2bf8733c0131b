import type { Company } from '../company/company.ts';
import type { Book } from './book.ts';
import { address, onSheet } from './address.ts';
import { checksSheet, scenariosSheet } from './book-layout.ts';
import { Cells } from './cells.ts';
import { calculated, figureCell, pageSheet, text } from './page-sheet.ts';
import type { Link, SheetPlan } from './plan.ts';
import { sheetCatalogue } from './sheet-catalogue.ts';
import { masterCell, masterWord, putHead, scenarioNameCell } from './sheet-frame.ts';
import { styled, type StyleName } from './style-name.ts';

const name = 'Cover';
type Day = `${number}-${number}-${number}`;
const [left, right] = [2, 6];
const contentsLine = 17;

const signs = [
  'Income: revenue and gains positive, costs and losses negative',
  'Parts of a cost (natures, ratios, days) positive',
  'Cash flow: money in positive, money out negative',
  'Balance sheet: assets and liabilities positive; losses negative within equity',
  'Net cash positive, net debt negative; brackets are negative, a dash is zero',
];

const instructions = [
  'Type into blue cells only: Drivers, Scenarios, and history on its statement.',
  'Choose the scenario on Scenarios; every sheet follows that one cell.',
  'Each estimate row has one formula across: read any cell and you know the row.',
  'Look at Checks before sending: errors must be none, alerts ask for a look.',
  'Reconciliation ties each printed figure to the model as published.',
];

const provenanceOfUnits = [
  'RMB mn unless the unit column says otherwise',
  'Percentages are fractions in the cell: 29.5% is 0.295',
  'Per-share figures and prices in HK$; shares in millions',
];

const sourcesOf = ({ report, comps }: Company): readonly string[] => [
  `${report.title} of ${dayOf(report.date)}: its figures, named in the source column, and its text`,
  "History: the company's accounts as the report prints them",
  `Peers, ownership and market sizes: as the report prints them; peers at the close of ${dayOf(comps.asOf)}`,
  'Forecasts: drivers printed, rounded or fitted to the print; Drivers says which, row by row',
];

/** A day as people write it. */
const dayOf = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** Cover: the rating, what is where, and how to read it. */
export function makeCoverSheet(book: Book, sheets: readonly string[]): SheetPlan {
  const cells = new Cells(name);
  const links: Link[] = [...putHead(cells, book, name, 10)];
  putRating(cells, book);
  putContents(cells, links, sheets);
  putHouse(cells, book);
  putLegend(cells, book);
  return pageSheet(book, cells, {
    name,
    kind: 'control',
    layout: 'page',
    widths: [2.5, 24, 14, 42, 6, 16, 16, 16, 16, 16],
    heights: { 6: 18, 7: 16 },
    lastColumn: 10,
    legend: 'F12:F13',
    links,
    conditionalFormats: [
      {
        range: 'D13',
        when: { kind: 'formula', formula: `${onSheet(checksSheet, '$E$5')}>0` },
        look: 'error',
      },
    ],
    print: { pagesTall: 1 },
  });
}

function putRating(cells: Cells, book: Book): void {
  const { model, company } = book.desk;
  const { value, market } = model;
  cells.put([5, left], text('Rating and target price', 'heading')).put([5, 3], text('', 'heading'));
  cells.put([5, 4], text('', 'heading'));
  const lines = [
    ['Rating', 'a view', figureCell(book, name, value.rating, 0, { role: 'badge' })],
    ['Target price', 'HK$', figureCell(book, name, value.targetPrice, 0, { role: 'headline' })],
    ['Upside', '%', figureCell(book, name, value.upside, 0)],
    ['Share price', 'HK$', figureCell(book, name, market.sharePrice, 0)],
    ['Prices as of', 'date', figureCell(book, name, market.pricingDate, 0)],
    [
      `Report: ${company.report.title}`,
      'date',
      { value: { date: company.report.date as Day }, style: styled('note', 'date', 'right') },
    ],
    [
      'Scenario in use',
      '',
      {
        formula: onSheet(scenariosSheet, scenarioNameCell),
        cached: company.scenarios[book.scenario]!.name,
        style: styled('link', 'text', 'right'),
      },
    ],
    [
      'Master check',
      '',
      {
        formula: onSheet(checksSheet, masterCell),
        cached: masterWord(book.failedChecks),
        style: styled('link', 'text', 'right'),
      },
    ],
    ['Model version', '', text(company.version, 'text', 'right')],
  ] as const;
  lines.forEach(([label, unit, cell], index) =>
    cells.putRow(6 + index, left, [text(label, 'label'), text(unit, 'unit'), cell]),
  );
}

function putContents(cells: Cells, links: Link[], sheets: readonly string[]): void {
  cells.put([contentsLine, left], text('Contents', 'heading')).put([contentsLine, 3], text('', 'heading'));
  cells.put([contentsLine, 4], text('', 'heading'));
  sheetCatalogue
    .filter(([sheet]) => sheet !== name && sheets.includes(sheet))
    .forEach(([sheet, what], index) => {
      const line = contentsLine + 1 + index;
      cells.put([line, left], text(sheet, 'hyperlink')).put([line, 3], text(what));
      links.push({ cell: address(line, left), to: { sheet, cell: 'A1' } });
    });
}

/** Who sends the workbook out, as typed in on Drivers. */
function putHouse(cells: Cells, book: Book): void {
  putHeading(cells, 5, 'The house (typed in at the foot of Drivers)');
  const entries = [
    ['Analyst', 'analyst'],
    ['Telephone', 'telephone'],
    ['House', 'house'],
    ['Disclosure', 'disclosure'],
  ] as const;
  entries.forEach(([label, id], index) => {
    const cell = book.settingCell(id);
    cells.put([6 + index, right], text(label, 'label'));
    cells.put([6 + index, right + 1], calculated(`IF(${cell}="","",${cell})`, '', styled('link', 'text', 'left')));
  });
}

function putHeading(cells: Cells, line: number, heading: string): void {
  cells.put([line, right], text(heading, 'heading'));
  for (let column = right + 1; column <= 10; column++) cells.put([line, column], text('', 'heading'));
}

function putLegend(cells: Cells, book: Book): void {
  const { company, model } = book.desk;
  const { buyThreshold, sellThreshold } = model.market;
  let line = 11;
  putHeading(cells, line++, 'Colours');
  const colours: readonly (readonly [StyleName, string])[] = [
    [styled('input', 'text', 'right'), 'typed in'],
    [styled('input', 'text', 'right', 'key'), 'typed in: a key assumption'],
    [styled('formula', 'text', 'right'), 'calculated on its own sheet'],
    [styled('link', 'text', 'right'), 'read from another sheet'],
    [styled('ratio', 'text', 'right'), 'a ratio of the lines above'],
    [styled('echo', 'text', 'right'), 'a driver read from Live'],
  ];
  for (const [style, meaning] of colours) {
    cells.put([line, right], { value: '1,234', style });
    cells.put([line++, right + 1], text(meaning, 'text', 'indent'));
  }
  const list = (heading: string, items: readonly string[]) => {
    line += 1;
    putHeading(cells, line++, heading);
    for (const item of items) cells.put([line++, right], text(item));
  };
  list('Signs', signs);
  list('Units', provenanceOfUnits);
  const [best, middle, worst] = company.ratingBands;
  line += 1;
  putHeading(cells, line++, 'Rating bands');
  cells.putRow(line++, right, [text(`${best} above`), figureCell(book, name, buyThreshold, 0)]);
  cells.putRow(line++, right, [text(`${worst} below`), figureCell(book, name, sellThreshold, 0)]);
  cells.putRow(line++, right, [
    text(`${middle} between`),
    figureCell(book, name, sellThreshold, 0),
    figureCell(book, name, buyThreshold, 0),
  ]);
  list('Sources', sourcesOf(company));
  list('How to use it', instructions);
}
