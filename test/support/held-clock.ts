import type { Clock } from '../../src/refresh/clock.ts';

/** A clock that stands still and waits for nothing, but remembers how long it would have. */
export function heldClock(): Clock & { readonly waited: number[] } {
  const waited: number[] = [];
  return {
    waited,
    now: () => new Date('2022-02-01T08:00:00Z'),
    random: () => 0.5,
    wait: async (milliseconds) => void waited.push(milliseconds),
  };
}
