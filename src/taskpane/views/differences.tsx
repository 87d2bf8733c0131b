import type { ModelStatus } from '../../hosts/review/model-status.ts';
import { usePane } from '../pane-context.tsx';
import { useViewStyles } from './use-view-styles.ts';

/** What of a model differs from the base case, and what each difference alone does to the target price. */
export function Differences({ status, unit }: { readonly status: ModelStatus; readonly unit: string }) {
  const { host, messages } = usePane();
  const styles = useViewStyles();
  const { changes, together, targetPrice } = status;
  if (targetPrice === undefined) return null;
  if (changes.length === 0) return <p className={styles.muted}>{messages.noDifference}</p>;
  const effect = (value: number) =>
    value.toLocaleString(host.language, {
      minimumFractionDigits: 2,
      maximumFractionDigits: 2,
      signDisplay: 'exceptZero',
    });
  return (
    <div className={styles.tight}>
      <h4 className={styles.subheading}>{messages.differences}</h4>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{messages.input}</th>
            <th scope="col">{messages.change}</th>
            <th scope="col">{messages.effect(unit)}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((one) => (
            <tr key={`${one.id} ${one.period}`}>
              <td lang="en">{`${one.label} ${one.period}`}</td>
              <td>{`${one.from} → ${one.to}`}</td>
              <td>{effect(one.effect)}</td>
            </tr>
          ))}
          <tr>
            <td colSpan={2}>{messages.together}</td>
            <td>{effect(together)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
