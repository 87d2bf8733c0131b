import { columnLetters, columnNumber, type Position } from './address.ts';

/** One end of a reference. A whole row has no column, a whole column no row; fixed is written with a dollar. */
type Corner = {
  readonly row?: number;
  readonly column?: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
};

/** A cell or a range, on a sheet of its own where one is named. */
export type Reference = { readonly sheet?: string; readonly from: Corner; readonly to: Corner };

type Plain =
  'number' | 'string' | 'boolean' | 'error' | 'operator' | 'open' | 'close' | 'comma' | 'function' | 'name' | 'unknown';

export type Token =
  | { readonly kind: Plain; readonly text: string }
  | { readonly kind: 'reference'; readonly text: string; readonly reference: Reference };

const sheetPart = String.raw`(?:(?:'((?:[^']|'')+)'|([\p{L}_][\p{L}\p{N}_.]*))!)?`;
const cellPart = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const area = String.raw`(${cellPart}(?::${cellPart})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*)`;

/** What a token may be, in the order in which it is tried. */
const patterns: readonly (readonly [Token['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/uy],
  ['string', /"(?:[^"]|"")*"/uy],
  ['reference', new RegExp(String.raw`${sheetPart}${area}(?![\p{L}\p{N}_.(])`, 'iuy')],
  ['error', /(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)/iuy],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iuy],
  ['function', /[\p{L}_][\p{L}\p{N}_.]*(?=\()/uy],
  ['boolean', /(?:TRUE|FALSE)(?![\p{L}\p{N}_.])/iuy],
  ['name', /[\p{L}_\\][\p{L}\p{N}_.]*/uy],
  ['operator', /<=|>=|<>|[-+*/^&=<>%]/uy],
  ['open', /\(/uy],
  ['close', /\)/uy],
  ['comma', /,/uy],
];

/**
 * The parts of a formula, written without its equals sign. What is not understood comes as unknown.
 *
 * @example tokens('I8*ROUND(Live!$I$10,2)').map(({ kind }) => kind)
 * // ['reference', 'operator', 'function', 'open', 'reference', 'comma', 'number', 'close']
 */
export function tokens(formula: string): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < formula.length;) {
    const token = tokenAt(formula, at);
    at += token.text.length;
    if (token.kind !== 'space') found.push(token);
  }
  return found;
}

function tokenAt(formula: string, at: number): Token | { kind: 'space'; text: string } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (!match) continue;
    const [text, quotedSheet, plainSheet, cells] = match;
    if (kind !== 'reference') return { kind, text };
    const sheet = quotedSheet?.replaceAll("''", "'") ?? plainSheet;
    const [from, to = from] = cells!.split(':').map(corner) as [Corner, Corner?];
    return { kind, text, reference: { from, to, ...(sheet !== undefined && { sheet }) } };
  }
  return { kind: 'unknown', text: String.fromCodePoint(formula.codePointAt(at)!) };
}

function corner(text: string): Corner {
  const [, columnDollar, letters, rowDollar, row] = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(text)!;
  const isRow = letters === '';
  return {
    ...(letters && { column: columnNumber(letters) }),
    ...(row && { row: Number(row) }),
    columnFixed: !isRow && columnDollar === '$',
    rowFixed: (isRow ? columnDollar : rowDollar) === '$',
  };
}

/** A token with the function whose argument it stands in, and the number of that argument from zero. */
type PlacedToken = { readonly token: Token; readonly within?: string; readonly argument: number };

/** Each token with its place among the arguments of the innermost function. */
export function placed(formula: readonly Token[]): PlacedToken[] {
  const open: { name?: string; argument: number }[] = [];
  return formula.map((token, index) => {
    const inner = open.at(-1);
    const place = { token, argument: inner?.argument ?? 0, ...(inner?.name !== undefined && { within: inner.name }) };
    const before = formula[index - 1];
    if (token.kind === 'open')
      open.push({ argument: 0, ...(before?.kind === 'function' && { name: before.text.toUpperCase() }) });
    else if (token.kind === 'close') open.pop();
    else if (token.kind === 'comma' && inner) inner.argument += 1;
    return place;
  });
}

/**
 * A formula as it reads from its own cell: relative references as distances. Copies of one formula read the same.
 *
 * @example relativeForm(tokens('H8*I$9'), { row: 10, column: 9 }) // "R[-2]C[-1]*R9C[0]"
 */
export const relativeForm = (formula: readonly Token[], at: Position): string =>
  formula
    .map((token) => {
      if (token.kind !== 'reference') return token.kind === 'string' ? token.text : token.text.toUpperCase();
      const { sheet, from, to } = token.reference;
      const ends = [from, to].map((end) => relativeCorner(end, at));
      return `${sheet === undefined ? '' : `'${sheet}'!`}${from === to ? ends[0] : ends.join(':')}`;
    })
    .join('');

function relativeCorner({ row, column, rowFixed, columnFixed }: Corner, at: Position): string {
  const down = row === undefined ? '' : rowFixed ? `R${row}` : `R[${row - at.row}]`;
  const across = column === undefined ? '' : columnFixed ? `C${column}` : `C[${column - at.column}]`;
  return down + across;
}

/** Whether a reference is to one cell. */
export const isSingleCell = ({ from, to }: Reference): boolean =>
  from === to && from.row !== undefined && from.column !== undefined;

/** The address of a reference to one cell, without dollars. */
export const cellOf = ({ from }: Reference): string => `${columnLetters(from.column!)}${from.row!}`;
