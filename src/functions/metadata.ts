import { sourceWords } from '../model/source-words.ts';
import { theDesk } from './case.ts';
import type { Choices, FunctionSpec, Parameter } from './function-spec.ts';
import { choices, namespace, registry } from './registry.ts';

/** Whether a function may give more than one cell: it then always gives a table, of one cell at least. */
export const givesTable = ({ result }: Pick<FunctionSpec, 'result'>): boolean =>
  result !== 'number' && result !== 'text';

/** A call with its arguments' names, the optional ones in brackets: ST.EVSALES([period], [price], [inputs]). */
export const signature = ({ id, parameters }: Pick<FunctionSpec, 'id' | 'parameters'>): string =>
  `${namespace}.${id}(${parameters.map(({ name, optional }) => (optional ? `[${name}]` : name)).join(', ')})`;

const meaningOf = ({ meaning, default: defaultIs }: Parameter): string =>
  defaultIs === undefined ? meaning : `${meaning}. Omitted: ${defaultIs}`;

/** What is said of a line while its name is typed: its unit, and where it comes from. */
const lineTooltips = (): ReadonlyMap<string, string> =>
  new Map(theDesk().model.rows.map((row) => [row.label, `${row.unit.name}, ${sourceWords(row)}`]));

/**
 * What Excel reads of the functions: the content of functions.json.
 *
 * @param url Where the help page stands, without a slash at its end.
 */
export function functionsJson(url: string): object {
  const tooltips = lineTooltips();
  const used = new Set(registry.flatMap(({ parameters }) => parameters.flatMap((one) => one.choices ?? [])));
  return {
    allowCustomDataForDataTypeAny: true,
    // Without it a function is not called when an argument holds an error, and cannot say which.
    allowErrorForDataTypeAny: true,
    enums: Object.entries(choices())
      .filter(([id]) => used.has(id as Choices))
      .map(([id, words]) => ({
        id: id.toUpperCase(),
        type: 'string',
        values: words.map((word) => ({ name: word, stringValue: word, tooltip: tooltips.get(word) ?? '' })),
      })),
    functions: registry.map((spec) => ({
      id: spec.id,
      name: spec.id,
      description: spec.gives,
      helpUrl: `${url}/help.html#${spec.id}`,
      parameters: spec.parameters.map((one) => ({
        name: one.name,
        description: meaningOf(one),
        type: one.choices ? 'string' : 'any',
        ...(one.kind === 'table' && { dimensionality: 'matrix' }),
        ...(one.optional && { optional: true }),
        ...(one.choices && { customEnumId: one.choices.toUpperCase() }),
      })),
      result: givesTable(spec) ? { dimensionality: 'matrix' } : {},
    })),
  };
}
