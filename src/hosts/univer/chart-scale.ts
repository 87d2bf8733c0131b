export type Scale = { readonly from: number; readonly to: number; readonly step: number };

/** Round bounds and steps of an axis that holds values, about five steps; zero is in it unless all values are far from it. */
export function scaleOf(
  values: readonly number[],
  { from, to, withZero }: { readonly from?: number; readonly to?: number; readonly withZero: boolean },
): Scale {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const isNear = withZero || (high > 0 && low > 0 && low < high * 0.85) || (high < 0 && low < 0 && high > low * 0.85);
  let [bottom, top] = Number.isFinite(low)
    ? [isNear ? Math.min(low, 0) : low, isNear ? Math.max(high, 0) : high]
    : [0, 1];
  if (bottom === top) [bottom, top] = [Math.min(bottom, 0), Math.max(top, bottom + 1)];
  const step = roundStep((top - bottom) / 5);
  return {
    from: from ?? Math.floor(bottom / step + 1e-9) * step,
    to: to ?? Math.ceil(top / step - 1e-9) * step,
    step,
  };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].find((one) => one * power >= rough * 0.999)! * power;
}

/** Where an axis has its marks. */
export function marksOn({ from, to, step }: Scale): readonly number[] {
  const count = Math.floor((to - from) / step + 1e-6);
  return Array.from({ length: count + 1 }, (_, index) => Number((from + index * step).toPrecision(12)));
}
