/**
 * Number formats by what they show. Money is negative in brackets, percentages with a minus, zero is a dash;
 * every format leaves the width of a bracket on the right, so that figures of all kinds stand in line.
 */
export const numberFormats = {
  general: 'General',
  text: '@',
  money: '#,##0_);(#,##0);"-"_);@_)',
  'money-1': '#,##0.0_);(#,##0.0);"-"_);@_)',
  percent: '0.0%_);-0.0%_);"-"_);@_)',
  'percent-0': '0%_);-0%_);"-"_);@_)',
  'percent-2': '0.00%_);-0.00%_);"-"_);@_)',
  'percent-4': '0.0000%_);-0.0000%_);"-"_);@_)',
  multiple: '0.0"x"_);-0.0"x"_);"-"_);@_)',
  'multiple-0': '0"x"_);-0"x"_);"-"_);@_)',
  'multiple-2': '0.00"x"_);-0.00"x"_);"-"_);@_)',
  days: '0_);-0_);"-"_);@_)',
  'days-1': '0.0_);-0.0_);"-"_);@_)',
  'per-share': '0.00_);(0.00);"-"_);@_)',
  'per-share-3': '0.000_);(0.000);"-"_);@_)',
  rate: '0.0000_);-0.0000_);"-"_);@_)',
  shares: '#,##0.0_);(#,##0.0);"-"_);@_)',
  count: '#,##0_);-#,##0_);"-"_);@_)',
  years: '0.0_);-0.0_);"-"_);@_)',
  year: '0_)',
  number: '0_);-0_);0_);@_)',
  date: 'd mmm yyyy',
  head: '0_);-0_);0_);@_)',
  check: '#,##0.000_);-#,##0.000_);"-"_);@_)',
  /** A mark where something is so, nothing where it is not. */
  flag: '"●";"●";;@',
  verdict: '"error"_);"error"_);"ok"_);@_)',
} as const;

export type FormatName = keyof typeof numberFormats;

/** A format as an axis needs it: nothing takes the space of a bracket, and zero is a number like the others. */
export function axisFormat(format: FormatName): string {
  const [positive = 'General', negative] = numberFormats[format].replaceAll('_)', '').split(';');
  return negative ? `${positive};${negative}` : positive;
}
