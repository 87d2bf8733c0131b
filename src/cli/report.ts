import { styleText } from 'node:util';

export type Cell = string | number | null;

/** How a line of a printed table stands out. */
export type Emphasis = 'heading' | 'total' | 'ratio' | 'bad' | 'plain';

export type Line = { readonly cells: readonly string[]; readonly emphasis?: Emphasis };

/** What a command found, in each form that can be asked for. */
export type Report = {
  /** For people: columns of text, the first ones to the left, numbers to the right. */
  readonly lines: readonly Line[];
  /** Columns that are text, aligned left. */
  readonly textColumns: number;
  /** Sentences before and after the table. */
  readonly before?: readonly string[];
  readonly after?: readonly string[];
  /** Sentences for whoever started a program, where the form asked for has no place for them. */
  readonly aside?: readonly string[];
  /** For programs: unrounded. */
  readonly json: unknown;
  readonly csv: { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
  /** A file that the command writes; it is written before anything is printed. */
  readonly file?: { readonly path: string; bytes(): Promise<Uint8Array> };
  /** 1 where a check failed. */
  readonly exitCode?: 0 | 1;
};

export type Form = 'text' | 'json' | 'csv';

/** A report in the form asked for. */
export function render(report: Report, form: Form, colour: boolean): string {
  if (form === 'json') return `${JSON.stringify(report.json, null, 2)}\n`;
  if (form === 'csv') return csvOf(report.csv);
  const parts = [...(report.before ?? []), ...table(report, colour), ...(report.after ?? [])];
  return `${parts.join('\n')}\n`;
}

function table({ lines, textColumns }: Report, colour: boolean): readonly string[] {
  const columns = Math.max(0, ...lines.map(({ cells }) => cells.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      0,
      ...lines.filter(({ emphasis }) => emphasis !== 'heading').map(({ cells }) => cells[column]?.length ?? 0),
    ),
  );
  return lines.map(({ cells, emphasis = 'plain' }) => {
    const text = cells
      .map((cell, column) => {
        if (column === cells.length - 1 && column < textColumns) return cell;
        return column < textColumns ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!);
      })
      .join('  ')
      .trimEnd();
    return colour ? paint(text, emphasis) : text;
  });
}

function paint(text: string, emphasis: Emphasis): string {
  switch (emphasis) {
    case 'heading':
      return styleText('underline', text);
    case 'total':
      return styleText('bold', text);
    case 'ratio':
      return styleText('dim', text);
    case 'bad':
      return styleText('red', text);
    case 'plain':
      return text;
  }
}

/** Every line has as many cells as the header. */
function csvOf({ header, rows }: Report['csv']): string {
  const padded = rows.map((row) => [...row, ...header.slice(row.length).map(() => null)]);
  return [header, ...padded].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

/** Text that a spreadsheet would take for a formula is kept as text. */
function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = isFormula(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A sign before words alone, as in "+ net cash" and "+Tax", can run nothing: the report's own names stay as they are. */
const isFormula = (text: string): boolean =>
  /^\s*[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+-] ?\p{L}[\p{L} ,&-]*$/u.test(text);
