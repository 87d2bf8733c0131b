/** What not every Excel can do, with the requirement set that says it can, and what a model is like without. */
const features = {
  notes: ['1.18', 'notes on cells, which say where figures come from'],
} as const satisfies Readonly<Record<string, readonly [version: string, without: string]>>;

export type ExcelFeatures = Readonly<Record<keyof typeof features, boolean>>;

/** What an insertion cannot do without. */
export const requiredExcelApi = '1.9';

export type IsSetSupported = (name: string, version: string) => boolean;

/** What this Excel can do. */
export const excelFeatures = (isSetSupported: IsSetSupported): ExcelFeatures =>
  Object.fromEntries(
    Object.entries(features).map(([feature, [version]]) => [feature, isSetSupported('ExcelApi', version)]),
  ) as ExcelFeatures;

/** In sentences what this Excel leaves out. */
export const lackingOf = (supported: ExcelFeatures): readonly string[] =>
  Object.entries(features).flatMap(([feature, [, without]]) =>
    supported[feature as keyof ExcelFeatures] ? [] : [`This version of Excel leaves out ${without}.`],
  );
