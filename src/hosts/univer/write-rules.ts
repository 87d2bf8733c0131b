import {
  DataValidationErrorStyle,
  DataValidationOperator,
  DataValidationRenderMode,
  DataValidationType,
  type ISheetDataValidationRule,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import { AddDataValidationMutation } from '@univerjs/preset-sheets-data-validation';
import { address, parseRange } from '../../template/address.ts';
import type { ColourScheme } from '../../template/colour-scheme.ts';
import type { Comparison, ConditionalFormat, Limit, SheetPlan, Validation } from '../../template/plan.ts';
import { conditionalLooks } from '../../template/styles.ts';

/** Says what may be typed into a sheet's cells, and which looks they take on. */
export function writeRules(api: FUniver, sheet: FWorksheet, plan: SheetPlan, scheme: ColourScheme): void {
  if (plan.validations.length > 0)
    // All at once: one by one they take longer than all else.
    api.syncExecuteCommand(AddDataValidationMutation.id, {
      unitId: api.getActiveWorkbook()!.getId(),
      subUnitId: sheet.getSheetId(),
      rule: plan.validations.map((validation, index) => gridRule(sheet, validation, index)),
    });
  // What is added last goes first.
  for (const format of [...plan.conditionalFormats].reverse()) writeConditional(sheet, format, scheme);
}

const gridRule = (
  sheet: FWorksheet,
  { range, allow, blank, prompt, refusal, strict }: Validation,
  index: number,
): ISheetDataValidationRule => ({
  uid: `${sheet.getSheetId()}-${index}`,
  ranges: [sheet.getRange(range).getRange()],
  ...criteria(allow),
  allowBlank: blank,
  showErrorMessage: true,
  errorStyle: strict ? DataValidationErrorStyle.STOP : DataValidationErrorStyle.WARNING,
  errorTitle: refusal.title,
  error: refusal.text,
  ...(prompt && { showInputMessage: true, promptTitle: prompt.title, prompt: prompt.text }),
});

function criteria(
  allow: Validation['allow'],
): Pick<ISheetDataValidationRule, 'type' | 'operator' | 'formula1' | 'formula2' | 'showDropDown' | 'renderMode'> {
  if (allow.kind === 'list')
    return {
      type: DataValidationType.LIST,
      formula1: 'reference' in allow ? `=${allow.reference}` : allow.words.join(','),
      showDropDown: true,
      renderMode: DataValidationRenderMode.ARROW,
    };
  if (allow.kind === 'custom') return { type: DataValidationType.CUSTOM, formula1: `=${allow.formula}` };
  const types = {
    whole: DataValidationType.WHOLE,
    decimal: DataValidationType.DECIMAL,
    date: DataValidationType.DATE,
  } as const;
  return {
    type: types[allow.kind],
    operator: DataValidationOperator.BETWEEN,
    formula1: limit(allow.from),
    formula2: limit(allow.to),
  };
}

const limit = (one: Limit): string => (typeof one === 'number' ? String(one) : `=${one}`);

const signs: Readonly<Record<Exclude<Comparison, 'between' | 'notBetween'>, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** What a conditional format asks, as a formula seen from the top left cell of its range. */
export function conditionFormula({ range, when }: ConditionalFormat): string {
  if (when.kind === 'formula') return when.formula;
  const { top, left } = parseRange(range);
  const cell = address(top, left);
  if (when.is === 'between' || when.is === 'notBetween') {
    const inside = `AND(${cell}>=${when.than},${cell}<=${when.and ?? when.than})`;
    return when.is === 'between' ? inside : `NOT(${inside})`;
  }
  return `${cell}${signs[when.is]}${when.than}`;
}

function writeConditional(sheet: FWorksheet, format: ConditionalFormat, scheme: ColourScheme): void {
  const { colour, fill, bold } = conditionalLooks[format.look];
  const rule = sheet
    .newConditionalFormattingRule()
    .whenFormulaSatisfied(`=${conditionFormula(format)}`)
    .setFontColor(`#${scheme[colour]}`);
  if (bold) rule.setBold(true);
  if (fill) rule.setBackground(`#${scheme[fill]}`);
  sheet.addConditionalFormattingRule(rule.setRanges([sheet.getRange(format.range).getRange()]).build());
}
