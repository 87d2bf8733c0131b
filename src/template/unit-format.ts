import type { Unit } from '../model/unit.ts';
import type { FormatName } from './number-formats.ts';

/** The number format of a unit. Drivers show one digit more than the statements they drive. */
export function formatOf(unit: Unit, use: 'statement' | 'driver' = 'statement'): FormatName {
  const driver = use === 'driver';
  switch (unit.kind) {
    case 'money':
      return unit.decimals > 1 ? 'per-share' : driver ? 'money-1' : 'money';
    case 'percent':
      return driver ? 'percent-2' : 'percent';
    case 'days':
      return driver ? 'days-1' : 'days';
    case 'multiple':
      return driver ? 'multiple-2' : 'multiple';
    case 'per-share':
      return unit.decimals > 3 ? 'rate' : 'per-share';
    case 'shares':
      return 'shares';
    case 'count':
      return 'count';
    case 'years':
      return 'years';
    case 'date':
      return 'date';
    case 'year':
      return 'year';
    case 'flag':
      return 'number';
    case 'choice':
    case 'rating':
    case 'text':
      return 'text';
  }
}
