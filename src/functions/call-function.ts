import { InputError } from '../model/input-error.ts';
import { Arguments } from './arguments.ts';
import { asTable, tableId, type Table } from './case.ts';
import { CellError, invalidValue } from './cell-error.ts';
import { isBlank, plain, type Raw } from './cell-value.ts';
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
export function callFunction(spec: FunctionSpec, given: readonly Raw[]): Result {
  const raw = withoutTrailingBlanks(given).map((one) =>
    Array.isArray(one) ? plainTable(one as readonly Raw[]) : plain(one),
  );
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
    // A cell must never wait or show an error without a word.
    return invalidValue(`${spec.id} could not be calculated (${String(error).slice(0, 80)}): look at the arguments.`);
  }
}

/** Numbers that no cell can hold come out as an error, and minus zero as zero. */
function finite(spec: FunctionSpec, result: Result): Result {
  const cell = (one: Cell): Cell => {
    if (typeof one !== 'number') return one;
    return Number.isFinite(one)
      ? one + 0
      : invalidValue(
          `${spec.id} gives no finite number: look for a zero or a huge figure among the arguments and inputs.`,
        );
  };
  return Array.isArray(result)
    ? (result as readonly (readonly Cell[])[]).map((row) => row.map(cell))
    : cell(result as Cell);
}

/** Trailing blanks are omitted arguments, however many. */
function withoutTrailingBlanks(given: readonly Raw[]): readonly Raw[] {
  let length = given.length;
  while (length > 0 && isBlank(given[length - 1])) length--;
  return given.slice(0, length);
}

const isObject = (cell: Raw): boolean => typeof cell === 'object' && cell !== null;

/** A range without objects in its cells; most have none and are taken as they are. */
function plainTable(raw: readonly Raw[]): Table {
  const table = asTable(raw);
  return table.some((row) => row.some(isObject)) ? table.map((row) => row.map(plain)) : table;
}

function keyOf(raw: readonly Raw[]): string {
  let key = '';
  for (const one of raw) {
    if (isBlank(one)) key += '|';
    else if (Array.isArray(one)) key += `|#${tableId(one as Table)}`;
    else if (typeof one === 'object') key += '|object';
    else key += `|${typeof one === 'string' ? JSON.stringify(one) : `${typeof one} ${String(one)}`}`;
  }
  return key;
}
