/** A table as text, cut into cells, and what stands before its decimals. */
export type Delimited = {
  readonly delimiter: ',' | ';' | '\t' | '|';
  readonly decimal: '.' | ',';
  readonly grid: readonly (readonly string[])[];
};

/**
 * A text of lines and fields, with the delimiter that cuts its first line into most fields. A quoted field may hold it.
 *
 * @example readDelimited('Ticker;Price\nA US;1,5').decimal // ","
 */
export function readDelimited(text: string): Delimited {
  const plain = text.replace(/^\uFEFF/, '');
  const [head] = plain.split(/\r?\n/, 1) as [string];
  const [delimiter] = ([',', ';', '\t', '|'] as const)
    .map((one) => [one, cut(head, one)[0]?.length ?? 0] as const)
    .reduce((best, one) => (one[1] > best[1] ? one : best));
  const grid = cut(plain, delimiter).filter((fields) => fields.some((field) => field.trim() !== ''));
  const numbers = grid.slice(1).flat();
  const has = (form: RegExp) => numbers.some((field) => form.test(field.trim()));
  const hasCommas = has(/^-?\d+,\d{1,2}%?$|^-?\d+,\d{4,}%?$|^-?\d{1,3}(\.\d{3})+,\d+%?$/);
  const hasPoints = has(/^-?\d+\.\d{1,2}%?$|^-?\d+\.\d{4,}%?$|^-?\d{1,3}(,\d{3})+\.\d+%?$/);
  return { delimiter, decimal: hasCommas && !hasPoints ? ',' : '.', grid };
}

function cut(text: string, delimiter: string): string[][] {
  const lines: string[][] = [[]];
  let field = '';
  let isQuoted = false;
  for (let index = 0; index < text.length; index++) {
    const one = text[index]!;
    if (isQuoted) {
      if (one !== '"') field += one;
      else if (text[index + 1] === '"') field += text[++index]!;
      else isQuoted = false;
    } else if (one === '"' && field === '') isQuoted = true;
    else if (one === delimiter || one === '\n') {
      lines.at(-1)!.push(field.replace(/\r$/, ''));
      field = '';
      if (one === '\n') lines.push([]);
    } else field += one;
  }
  lines.at(-1)!.push(field.replace(/\r$/, ''));
  return lines;
}
