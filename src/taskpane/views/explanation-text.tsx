import type { Explained, Support } from '../../hosts/review/explanation.ts';
import type { WorkbookPort } from '../../hosts/workbook-port.ts';
import { usePane } from '../pane-context.tsx';
import { PlaceLink } from './place-link.tsx';
import { useViewStyles } from './use-view-styles.ts';

type ExplanationTextProps = { readonly explained: Explained; readonly port: WorkbookPort };

/** An explanation: what the cell is, its figures, and what it rests on with links there. */
export function ExplanationText({ explained, port }: ExplanationTextProps) {
  const { messages } = usePane();
  const styles = useViewStyles();
  if (!explained.explanation) return <p lang="en">{explained.sentence}</p>;
  const { title, place, sentences, figures, restsOn } = explained.explanation;
  const list = (heading: string, all: readonly Support[]) =>
    all.length > 0 && (
      <div className={styles.tight}>
        <h3 className={styles.subheading}>{heading}</h3>
        <dl className={styles.figures}>
          {all.map(({ label, text, place: at }, index) => (
            <div key={index} style={{ display: 'contents' }}>
              <dt lang="en">
                {label}
                {at && (
                  <>
                    <br />
                    <PlaceLink port={port} {...at} />
                  </>
                )}
              </dt>
              <dd lang="en">{text}</dd>
            </div>
          ))}
        </dl>
      </div>
    );
  return (
    <article className={styles.card}>
      <div>
        <h2 className={styles.subheading} lang="en">
          {title}
        </h2>
        <span className={styles.muted} lang="en">{`${place.sheetName}!${place.range}`}</span>
      </div>
      {sentences.map((one) => (
        <p key={one} lang="en" style={{ margin: 0 }}>
          {one}
        </p>
      ))}
      {list(messages.figures, figures)}
      {list(messages.restsOn, restsOn)}
    </article>
  );
}
