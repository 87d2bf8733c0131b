import { checkTolerance, percentTolerance, ratingMargin, reservesTolerance } from '../company/checks.ts';
import type { Company } from '../company/company.ts';
import type { FormatName } from './number-formats.ts';

/** What a sheet needs typed in and the model does not know. It stands at the foot of Drivers, whatever the scenario. */
export type Setting = {
  readonly label: string;
  readonly unit: string;
  readonly format: FormatName;
  /** Undefined is left for the house to fill in. */
  readonly value: number | undefined;
  /** The least and the most it may be. */
  readonly limits?: readonly [low: number, high: number];
};

/** The settings by the heading that they stand under, from the top. */
const settingGroups = ({ market }: Company) =>
  ({
    'Steps of the grids and levers': {
      gridMultiple: step('Grids: step of the multiple', 'x', 'multiple', 2, 20),
      gridSales: step('Grids: step of sales', '%', 'percent', 0.1, 0.3),
      gridPrice: step('Grids: step of the share price', '%', 'percent', 0.1, 0.3),
      gridCurrency: step('Grids: step of the exchange rate', '%', 'percent', 0.05, 0.3),
      leverMultiple: step('Summary: a change of EV/sales', 'x', 'multiple', 1, 20),
      leverSales: step('Summary: a change of sales', '%', 'percent', 0.01, 1),
      leverCash: step('Summary: a change of net cash', 'RMB mn', 'count', 1000, 1e6),
    },
    'Limits of the checks': {
      tolerance: step('Tolerance of a check', 'as the row', 'check', checkTolerance, 1),
      percentTolerance: step('Tolerance of a check in percent', '%', 'percent-4', percentTolerance, 0.01),
      reservesTolerance: step('Tolerance of reserves against the print', 'RMB mn', 'shares', reservesTolerance, 10),
      ratingMargin: step('Distance from a rating band that raises an alert', '%', 'percent', ratingMargin, 0.1),
    },
    'Share price over 52 weeks': {
      high52Week: step('52-week high', 'HK$', 'per-share', market.high52Week, 1e4),
      low52Week: step('52-week low', 'HK$', 'per-share', market.low52Week, 1e4),
    },
    'The house, shown on the Cover': {
      analyst: blank('Analyst'),
      telephone: blank('Telephone'),
      house: blank('House'),
      disclosure: blank('Disclosure'),
    },
  }) as const;

type Groups = ReturnType<typeof settingGroups>;
type KeysOf<T> = T extends unknown ? keyof T : never;
export type SettingId = KeysOf<Groups[keyof Groups]>;

const step = (label: string, unit: string, format: FormatName, value: number, high: number): Setting => ({
  label,
  unit,
  format,
  value,
  limits: [0, high],
});

const blank = (label: string): Setting => ({ label, unit: '', format: 'text', value: undefined });

/** A line of settings on Drivers. */
export type SettingLine = {
  readonly line: number;
  readonly of: { readonly heading: string } | { readonly id: SettingId; readonly setting: Setting };
};

/** The settings and their headings, one to a line; a line is left free before each heading. */
export function layOutSettings(company: Company, firstLine: number): readonly SettingLine[] {
  let line = firstLine;
  return Object.entries(settingGroups(company)).flatMap(([heading, group]): SettingLine[] => {
    const head = { line: line++, of: { heading } };
    const settings = Object.entries(group).map(([id, setting]) => ({
      line: line++,
      of: { id: id as SettingId, setting: setting as Setting },
    }));
    line++;
    return [head, ...settings];
  });
}
