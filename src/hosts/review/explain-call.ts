import { signature } from '../../functions/index.ts';
import { words } from '../../model/readings/words.ts';
import { InputError } from '../../model/input-error.ts';
import { solve } from '../../model/readings/solve.ts';
import { parsePeriod } from '../../model/period.ts';
import { insertedModels, nameInModel } from '../models/inserted-models.ts';
import { address, parseRange } from '../../template/address.ts';
import { tokens } from '../../template/formula-tokens.ts';
import type { OperatingModel } from '../../company/operating-model.ts';
import type { Explanation, ExplainedFigure } from './explanation.ts';
import { modelIn } from './read-model.ts';
import type { LiveCell, LiveSheet, WorkbookRead } from './read-workbook.ts';
import { tableOf, type StCall } from './st-calls.ts';

/** What a call of a function of the add-in is, argument by argument, and which inputs it runs on. */
export function explainCall(
  read: WorkbookRead,
  desk: OperatingModel,
  sheet: LiveSheet,
  cell: LiveCell,
  call: StCall,
): Omit<Explanation, 'place'> {
  const { spec, given } = call;
  const table = tableOf(call);
  const figures = spec.parameters.flatMap((one, index): readonly ExplainedFigure[] => {
    const written = given[index];
    if (!written) return one.default === undefined ? [] : [{ label: one.name, text: `omitted: ${one.default}` }];
    const value = one.kind === 'table' ? undefined : valueOf(read, sheet, written);
    return [
      {
        label: one.name,
        text: `${written}${value === undefined || value === written ? '' : ` = ${value}`}. ${one.meaning}`,
      },
    ];
  });
  return {
    kind: 'function',
    title: `ST.${spec.id}`,
    sentences: [
      `${spec.gives}.`,
      ...(table === null
        ? []
        : [table === undefined ? 'It runs on the published base case.' : `It runs on the inputs at ${table}.`]),
      ...rowSentence(read, desk, sheet, call),
      `Written ${signature(spec)}.`,
    ],
    figures: [{ label: 'Shown', text: String(cell.value) }, ...figures],
    restsOn: [],
  };
}

/** What an argument that is a text, a number or one cell comes to. */
function valueOf({ sheets }: WorkbookRead, own: LiveSheet, written: string): string | undefined {
  const [token, ...more] = tokens(written);
  if (!token || more.length > 0) return undefined;
  if (token.kind === 'string') return token.text.slice(1, -1).replaceAll('""', '"');
  if (token.kind !== 'reference') return written;
  const { top, left, bottom, right } = parseRange(
    token.text.slice(token.text.lastIndexOf('!') + 1).replaceAll('$', ''),
  );
  const { sheet } = token.reference;
  const on = sheet === undefined ? own : sheets.find(({ name }) => name === sheet);
  return top === bottom && left === right ? String(on?.cells.get(address(top, left))?.value ?? '') : undefined;
}

/** The row that a call names, in words with the numbers of the inputs it runs on, where these are known. */
function rowSentence(read: WorkbookRead, desk: OperatingModel, sheet: LiveSheet, call: StCall): readonly string[] {
  const { spec, given } = call;
  const argument = (name: string) => {
    const written = given[spec.parameters.findIndex((one) => one.name === name)];
    return written ? valueOf(read, sheet, written) : undefined;
  };
  const row = desk.model.find(argument('line') ?? '');
  if (!row) return [];
  const table = tableOf(call);
  const found = insertedModels(read.view).find(
    ({ id }) => nameInModel('ST_Inputs', id).toLowerCase() === table?.toLowerCase(),
  );
  const solution =
    table === undefined ? solve(desk.model, desk.base) : found && modelIn(read, desk, found.id).live?.solution;
  if (!solution) return [];
  try {
    const period = argument('period');
    if (!row.isScalar && period === undefined) return [];
    return [words(solution, row, row.isScalar ? undefined : parsePeriod(period!, desk.base.years).year)];
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}
