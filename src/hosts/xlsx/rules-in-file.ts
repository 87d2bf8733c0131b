import type { ConditionalRule, DataValidation } from 'hucre';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { ConditionalFormat, Limit, Validation } from '../../template/plan.ts';
import { conditionalLooks, type ConditionalLook } from '../../template/styles.ts';

/** A validation of a file; undefined for a kind that plans do not know. */
export function validationInFile(found: DataValidation): Validation | undefined {
  const allow = allowed(found);
  return (
    allow && {
      range: found.range,
      allow,
      blank: found.allowBlank === true,
      ...(found.inputMessage && { prompt: { title: found.inputTitle ?? '', text: found.inputMessage } }),
      refusal: { title: found.errorTitle ?? '', text: found.errorMessage ?? 'This value is not allowed here.' },
      strict: (found.errorStyle ?? 'stop') === 'stop',
    }
  );
}

function allowed({ type, operator, formula1, formula2, values }: DataValidation): Validation['allow'] | undefined {
  if (type === 'list') {
    const words = values ?? /^"(.*)"$/s.exec(formula1 ?? '')?.[1]?.split(',');
    if (words) return { kind: 'list', words };
    return formula1 ? { kind: 'list', reference: formula1 } : undefined;
  }
  if (type === 'custom') return formula1 ? { kind: 'custom', formula: formula1 } : undefined;
  if (type !== 'decimal' && type !== 'whole' && type !== 'date') return undefined;
  if ((operator ?? 'between') !== 'between' || formula1 === undefined || formula2 === undefined) return undefined;
  return { kind: type, from: limit(formula1), to: limit(formula2) };
}

const limit = (text: string): Limit => (text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text);

/** A conditional format of a file whose look is one of the house; undefined for any other. */
export function conditionalInFile(
  { type, range, operator, formula, style }: ConditionalRule,
  scheme: ColourScheme,
): ConditionalFormat | undefined {
  const colour = style?.font?.color?.rgb?.slice(-6).toUpperCase();
  const fill = style?.fill?.type === 'pattern' ? style.fill.bgColor?.rgb?.slice(-6).toUpperCase() : undefined;
  const look = (Object.keys(conditionalLooks) as ConditionalLook[]).find((name) => {
    const one = conditionalLooks[name];
    return scheme[one.colour] === colour && (one.fill === undefined ? undefined : scheme[one.fill]) === fill;
  });
  const [first, second] = [formula ?? []].flat();
  if (!look || first === undefined) return undefined;
  if (type === 'expression') return { range, when: { kind: 'formula', formula: first }, look };
  if (type !== 'cellIs' || !operator) return undefined;
  const and = second === undefined ? {} : { and: limit(second) };
  return { range, when: { kind: 'value', is: operator, than: limit(first), ...and }, look };
}
