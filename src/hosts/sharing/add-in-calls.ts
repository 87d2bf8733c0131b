import { givesTable, namespace, registry } from '../../functions/index.ts';
import { tokens } from '../../template/formula-tokens.ts';

const known = new Set(registry.map(({ id }) => id.toUpperCase()));
const tables = new Set(registry.filter(givesTable).map(({ id }) => id.toUpperCase()));

/** A text, a call with what stands before it, or a quoted sheet: whatever comes first. */
const parts = new RegExp(
  String.raw`"(?:[^"]|"")*"` +
    String.raw`|((?:'(?:[^']|'')+'|(?<![\p{L}\p{N}_.\]])[\p{L}\p{N}_.\\:\[\]]+)!)?` +
    String.raw`(?<![\p{L}\p{N}_.])((?:_xl[a-z]*[._])*)${namespace}([._])([\p{L}\p{N}_.]+)(?=\()` +
    String.raw`|'(?:[^']|'')+'`,
  'giu',
);

type Call = { readonly text: string; readonly name: string; readonly isPlain: boolean };

function* callsIn(formula: string): Generator<Call> {
  for (const [text, path = '', prefix = '', dot, name] of formula.matchAll(parts))
    if (name !== undefined && (dot === '.' || prefix !== ''))
      yield { text, name: name.toUpperCase(), isPlain: path === '' && prefix === '' };
}

/**
 * Whether a formula calls the add-in anywhere, also by a name that another Excel has given the call.
 *
 * @example callsAddIn('=IFERROR(ST.EVSALES("FY23E"),0)*2') // true
 */
export const callsAddIn = (formula: string): boolean => !callsIn(formula).next().done;

/** Whether a formula calls a function of the add-in that may give a table. */
export const callsForTable = (formula: string): boolean => [...callsIn(formula)].some(({ name }) => tables.has(name));

/** The functions that a formula asks of the add-in and that there are none of. */
export const unknownCalls = (formula: string): readonly string[] =>
  [...callsIn(formula)].flatMap(({ name }) => (known.has(name) ? [] : [`${namespace}.${name}`]));

/** Whether a formula names a function of the add-in as a call that Excel could not resolve: with a prefix or a path. */
export const hasBrokenCall = (formula: string): boolean => [...callsIn(formula)].some(({ isPlain }) => !isPlain);

/**
 * A formula with its calls of the add-in as they are typed; calls of functions that there are none of stay.
 *
 * @example repaired('=_xldudf_ST_EVSALES("FY23E")') // '=ST.EVSALES("FY23E")'
 */
export const repaired = (formula: string): string =>
  formula.replace(parts, (text: string, _path?: string, prefix = '', dot?: string, name?: string) =>
    name !== undefined && (dot === '.' || prefix !== '') && known.has(name.toUpperCase())
      ? `${namespace}.${name.toUpperCase()}`
      : text,
  );

/** The references of a formula that follow their cells; none where it reads tables or other workbooks by name. */
export const referencesOf = (formula: string) =>
  formula.includes('[') ? [] : tokens(formula.slice(1)).filter((token) => token.kind === 'reference');
