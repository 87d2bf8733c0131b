import type { Plan } from '../plan.ts';
import { read, type Reading } from './read.ts';

/** The slots that the wanted ones depend on, themselves included; what is given depends on nothing. */
export function reachableSlots(
  plan: Plan,
  given: Pick<ReadonlySet<number>, 'has'>,
  wanted: readonly number[],
): ReadonlySet<number> {
  const stepOf = new Map(plan.steps.map((step) => [step.slot, step]));
  const found = new Set<number>();
  const pending = [...wanted];
  const add = (slot: number | undefined) => {
    if (slot !== undefined && !found.has(slot)) pending.push(slot);
  };
  const marking: Reading<void> = {
    row: (row, yearIndex) => add(plan.slot(row, yearIndex)),
    opening: (row, yearIndex) => add(plan.slot(row, yearIndex - 1)),
    at(row, yearRow) {
      add(plan.slot(yearRow, -1));
      plan.years.forEach((_, index) => add(plan.slot(row, index)));
    },
    combine: () => undefined,
  };
  for (let slot = pending.pop(); slot !== undefined; slot = pending.pop()) {
    if (found.has(slot)) continue;
    found.add(slot);
    const step = stepOf.get(slot);
    if (step?.expression && !given.has(slot)) read(step.expression, step.yearIndex, marking);
  }
  return found;
}
