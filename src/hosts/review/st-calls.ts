import { registry, type FunctionSpec } from '../../functions/index.ts';
import { tokens } from '../../template/formula-tokens.ts';

/** A call of a function of the add-in: its arguments as they are written, blanks included. */
export type StCall = { readonly spec: FunctionSpec; readonly given: readonly string[] };

/** The calls of functions of the add-in in a formula, from the left; a name that no function has is left out. */
export function stCalls(formula: string): readonly StCall[] {
  if (!/\bST\./i.test(formula)) return [];
  const parts = tokens(formula);
  return parts.flatMap((part, index) => {
    const id = part.kind === 'function' ? /^(?:_xldudf_|_xll\.)?ST[._](.+)$/i.exec(part.text)?.[1] : undefined;
    const spec = registry.find((one) => one.id === id?.toUpperCase());
    if (!spec) return [];
    const given: string[] = [''];
    let depth = 0;
    for (const { kind, text } of parts.slice(index + 1)) {
      if (kind === 'close' && --depth === 0) break;
      if (kind === 'comma' && depth === 1) given.push('');
      else if (!(kind === 'open' && depth === 0)) given[given.length - 1] += text;
      if (kind === 'open') depth++;
    }
    return [{ spec, given: given.length === 1 && given[0] === '' ? [] : given }];
  });
}

/** The inputs table of a call as it is written; undefined where it has none, null where the function takes none. */
export function tableOf({ spec, given }: StCall): string | undefined | null {
  const place = spec.parameters.findIndex(({ kind, name }) => kind === 'table' && name === 'inputs');
  return place < 0 ? null : given[place] || undefined;
}
