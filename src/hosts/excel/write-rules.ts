import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { Comparison, ConditionalFormat, Limit, SheetPlan, Validation } from '../../template/plan.ts';
import { conditionalLooks } from '../../template/styles.ts';

/** Says what may be typed into a sheet's cells, and which looks they take on. */
export function writeRules(sheet: Excel.Worksheet, plan: SheetPlan, scheme: ColourScheme): void {
  for (const validation of plan.validations)
    writeValidation(sheet.getRange(validation.range).untrack().dataValidation, validation);
  // What is added last goes first.
  for (const format of [...plan.conditionalFormats].reverse()) writeConditional(sheet, format, scheme);
}

function writeValidation(target: Excel.DataValidation, { allow, blank, prompt, refusal, strict }: Validation): void {
  target.rule = ruleOf(allow);
  target.ignoreBlanks = blank;
  target.errorAlert = {
    showAlert: true,
    style: strict ? 'Stop' : 'Warning',
    title: refusal.title,
    message: refusal.text,
  };
  if (prompt) target.prompt = { showPrompt: true, title: prompt.title, message: prompt.text };
}

function ruleOf(allow: Validation['allow']): Excel.DataValidationRule {
  if (allow.kind === 'list')
    return {
      list: { inCellDropDown: true, source: 'reference' in allow ? `=${allow.reference}` : allow.words.join(',') },
    };
  if (allow.kind === 'custom') return { custom: { formula: `=${allow.formula}` } };
  const between = { operator: 'Between', formula1: limit(allow.from), formula2: limit(allow.to) } as const;
  if (allow.kind === 'whole') return { wholeNumber: between };
  return allow.kind === 'decimal'
    ? { decimal: between }
    : { date: { ...between, formula1: String(between.formula1), formula2: String(between.formula2) } };
}

const limit = (one: Limit): number | string => (typeof one === 'number' ? one : `=${one}`);

const operators: Readonly<Record<Comparison, Excel.ConditionalCellValueRule['operator']>> = {
  equal: 'EqualTo',
  notEqual: 'NotEqualTo',
  greaterThan: 'GreaterThan',
  greaterThanOrEqual: 'GreaterThanOrEqual',
  lessThan: 'LessThan',
  lessThanOrEqual: 'LessThanOrEqual',
  between: 'Between',
  notBetween: 'NotBetween',
};

function writeConditional(
  sheet: Excel.Worksheet,
  { range, when, look }: ConditionalFormat,
  scheme: ColourScheme,
): void {
  const formats = sheet.getRange(range).untrack().conditionalFormats;
  if (when.kind === 'formula') {
    const { custom } = formats.add('Custom');
    custom.rule.formula = `=${when.formula}`;
    dress(custom.format, look, scheme);
    return;
  }
  const { cellValue } = formats.add('CellValue');
  cellValue.rule = {
    operator: operators[when.is],
    formula1: String(limit(when.than)),
    ...(when.and !== undefined && { formula2: String(limit(when.and)) }),
  };
  dress(cellValue.format, look, scheme);
}

function dress(format: Excel.ConditionalRangeFormat, look: ConditionalFormat['look'], scheme: ColourScheme): void {
  const { colour, fill, bold } = conditionalLooks[look];
  format.font.color = `#${scheme[colour]}`;
  if (bold) format.font.bold = true;
  if (fill) format.fill.color = `#${scheme[fill]}`;
}
