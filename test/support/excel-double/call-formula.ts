import { parseRange, type Area } from '../../../src/template/address.ts';
import { tokens, type Token } from '../../../src/template/formula-tokens.ts';
import type { Value } from './workbook-state.ts';

/** What Excel reads of the functions, as far as a call needs it. */
export type FunctionsMetadata = {
  readonly allowErrorForDataTypeAny?: boolean;
  readonly functions: readonly FunctionMetadata[];
};

export type FunctionMetadata = {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly type?: string;
    readonly dimensionality?: string;
  }[];
};

export type CallArgument =
  | { readonly kind: 'omitted' }
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'range'; readonly sheet?: string; readonly area: Area };

export type CallFormula = {
  readonly spec: FunctionMetadata;
  readonly args: readonly CallArgument[];
  /** What IFERROR around the call shows instead of an error. */
  readonly otherwise?: Value;
};

/**
 * A formula that is one call of a function of the add-in, with literals and ranges as arguments, by itself or within
 * IFERROR with a literal for an error; undefined for any other.
 *
 * @example parseCall('=ST.EVSALES("FY23E",B2)', 'ST', metadata)?.args.length // 2
 */
export function parseCall(formula: string, namespace: string, metadata: FunctionsMetadata): CallFormula | undefined {
  const all = tokens(formula.slice(1));
  if (all[0]?.text.toUpperCase() !== 'IFERROR') return callOf(all, namespace, metadata);
  const [, open, ...within] = all;
  const end = within.pop();
  const comma = within.findLastIndex(({ kind }) => kind === 'comma');
  const otherwise = argumentOf(within.slice(comma + 1));
  if (open?.kind !== 'open' || end?.kind !== 'close' || otherwise?.kind !== 'value') return undefined;
  const call = callOf(within.slice(0, comma), namespace, metadata);
  return call && { ...call, otherwise: otherwise.value };
}

function callOf(
  [name, open, ...inside]: readonly Token[],
  namespace: string,
  metadata: FunctionsMetadata,
): CallFormula | undefined {
  const end = inside.pop();
  if (name?.kind !== 'function' || open?.kind !== 'open' || end?.kind !== 'close') return undefined;
  const spec = metadata.functions.find((one) => `${namespace}.${one.name}` === name.text.toUpperCase());
  if (!spec) return undefined;
  const groups: Token[][] = [[]];
  for (const token of inside) {
    if (token.kind === 'comma') groups.push([]);
    else groups.at(-1)!.push(token);
  }
  const given = inside.length === 0 ? [] : groups;
  const args = given.map(argumentOf);
  const isWhole = args.every((one): one is CallArgument => one !== undefined);
  return isWhole && args.length <= spec.parameters.length ? { spec, args } : undefined;
}

function argumentOf(group: readonly Token[]): CallArgument | undefined {
  const [first] = group;
  if (!first) return { kind: 'omitted' };
  const text = group.map((token) => token.text).join('');
  if (group.length === 1) {
    if (first.kind === 'reference') {
      const { sheet } = first.reference;
      const area = parseRange(text.slice(text.lastIndexOf('!') + 1));
      return { kind: 'range', area, ...(sheet !== undefined && { sheet }) };
    }
    if (first.kind === 'string') return { kind: 'value', value: text.slice(1, -1).replaceAll('""', '"') };
    if (first.kind === 'boolean') return { kind: 'value', value: text.toUpperCase() === 'TRUE' };
  }
  if (!/^-?(\d+\.?\d*|\.\d+)(E[+-]?\d+)?%?$/i.test(text)) return undefined;
  return { kind: 'value', value: text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text) };
}
