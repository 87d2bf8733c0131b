import type { Cell, Result } from '../../functions/index.ts';
import { usePane } from '../pane-context.tsx';
import { rowsOf } from './function-call.ts';
import { useViewStyles } from './use-view-styles.ts';

const mostRows = 12;

/** What a function gives: a value, the first rows of a table, or an error with what to do. */
export function ResultTable({ result }: { readonly result: Result }) {
  const { host, messages } = usePane();
  const styles = useViewStyles();
  const rows = rowsOf(result);
  const shown = (cell: Cell): string => {
    if (typeof cell === 'number') return cell.toLocaleString(host.language, { maximumFractionDigits: 4 });
    return typeof cell === 'object' ? cell.code : String(cell);
  };
  const [only] = rows.length === 1 && rows[0]!.length === 1 ? rows[0]! : [];
  if (only !== undefined)
    return (
      <div>
        <strong>{shown(only)}</strong>
        {typeof only === 'object' && <div lang="en">{only.message}</div>}
      </div>
    );
  return (
    <>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={messages.preview}>
        <table className={styles.table}>
          <tbody>
            {rows.slice(0, mostRows).map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => (
                  <td key={column} title={typeof cell === 'object' ? cell.message : undefined}>
                    {shown(cell)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > mostRows && <p className={styles.muted}>{messages.previewRows(mostRows, rows.length)}</p>}
    </>
  );
}
