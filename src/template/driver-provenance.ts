import type { DriverData, Provenance } from '../company/company.ts';
import type { Row } from '../model/row.ts';

const provenanceWords: Readonly<Record<Provenance, string>> = {
  printed: 'printed',
  round: 'round driver',
  fitted: 'fitted',
  interpolated: 'interpolated',
  residual: 'unexplained residual',
  ours: 'ours',
};

/** Where the forecasts of a driver come from, and what its basis is. */
export function provenance({ source, note, composition }: DriverData, row: Row): string {
  const words =
    typeof source === 'string'
      ? provenanceWords[source]
      : [...new Set(Object.values(source))]
          .map((one) => {
            const years = Object.keys(source).filter((year) => source[Number(year)] === one);
            return `${provenanceWords[one]} ${years.length > 1 ? `${years[0]}-${years.at(-1)!.slice(2)}` : years[0]}`;
          })
          .join(', ');
  return [words, note ?? row.note, composition].filter(Boolean).join('; ');
}
