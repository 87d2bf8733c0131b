import { InputError } from '../model/input-error.ts';
import { Arguments } from './arguments.ts';
import { asTable, tableId } from './case.ts';
import { CellError, invalidValue } from './cell-error.ts';
import { errorCodeOf, type Raw } from './cell-value.ts';
import type { Cell, FunctionSpec, Result } from './function-spec.ts';

/** How many cells of answers are remembered before all are forgotten: some megabytes, however long Excel stays open. */
const rememberedCells = 200_000;
const answers = new Map<FunctionSpec, Map<string, Result>>();
let cells = 0;

/**
 * Calls a function with arguments as a cell passes them. The same arguments give the same answer without calculating
 * again; a range is compared with those seen last.
 *
 * @returns The value or table; an error is a CellError, in a table beside the values that there are.
 * @example callFunction(spec, ['FY22E']) // 27.15...
 */
export function callFunction(spec: FunctionSpec, raw: readonly Raw[]): Result {
  const key = keyOf(raw);
  const remembered = answers.get(spec)?.get(key);
  if (remembered !== undefined) return remembered;
  const answer = evaluate(spec, raw);
  remember(spec, key, answer);
  return answer;
}

function remember(spec: FunctionSpec, key: string, answer: Result): void {
  cells += Array.isArray(answer) ? answer.length * (answer[0] as readonly Cell[]).length : 1;
  if (cells > rememberedCells) {
    answers.clear();
    cells = 0;
  }
  const known = answers.get(spec) ?? new Map<string, Result>();
  known.set(key, answer);
  answers.set(spec, known);
}

function evaluate(spec: FunctionSpec, raw: readonly Raw[]): Result {
  try {
    if (raw.length > spec.parameters.length)
      throw invalidValue(`${spec.id} takes ${spec.parameters.length} arguments, not ${raw.length}.`);
    return finite(spec, spec.run(new Arguments(spec, raw)));
  } catch (error) {
    if (error instanceof CellError) return error;
    if (error instanceof InputError) return invalidValue(error.message);
    throw error;
  }
}

/** Numbers that no cell can hold come out as an error, and minus zero as zero. */
function finite(spec: FunctionSpec, result: Result): Result {
  const cell = (one: Cell): Cell => {
    if (typeof one !== 'number') return one;
    return Number.isFinite(one)
      ? one + 0
      : invalidValue(`${spec.id} gives a number too large for a cell: look at the arguments.`);
  };
  return Array.isArray(result)
    ? (result as readonly (readonly Cell[])[]).map((row) => row.map(cell))
    : cell(result as Cell);
}

function keyOf(raw: readonly Raw[]): string {
  let key = '';
  for (const one of raw) {
    if (one === null || one === undefined || one === '') key += '|';
    else if (Array.isArray(one)) key += `|#${tableId(asTable(one as readonly Raw[]))}`;
    else if (typeof one === 'object') key += `|${errorCodeOf(one) ?? 'object'}`;
    else key += `|${typeof one === 'string' ? JSON.stringify(one) : `${typeof one} ${String(one)}`}`;
  }
  // Trailing blanks are omitted arguments.
  return key.replace(/\|+$/, '');
}
