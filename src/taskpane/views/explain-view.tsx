import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Explained } from '../../hosts/review/explanation.ts';
import { usePane } from '../pane-context.tsx';
import { useWatch } from '../use-watch.ts';
import { ExplanationText } from './explanation-text.tsx';
import { NoWorkbook } from './no-workbook.tsx';
import { useViewStyles } from './use-view-styles.ts';
import type { ViewProps } from './view-props.ts';

/** How long after a selection it is explained, in milliseconds. */
const pause = 250;

/** Explains the cell selected, and follows the selection. */
export function ExplainView({ useCases, command, commandTaken }: ViewProps) {
  const { host, messages } = usePane();
  const styles = useViewStyles();
  const [explained, setExplained] = useState<Explained>();
  const [failure, setFailure] = useState('');
  const [isReading, setReading] = useState(false);
  const latest = useRef(0);
  const { port } = host;
  const explain = useCallback(async () => {
    if (!port) return;
    const own = ++latest.current;
    setReading(true);
    try {
      const found = await useCases.explain(port);
      if (own !== latest.current) return;
      setExplained(found);
      setFailure('');
    } catch (error) {
      if (own === latest.current) setFailure(messages.failed((error as Error).message));
    } finally {
      if (own === latest.current) setReading(false);
    }
  }, [port, useCases, messages]);
  useEffect(() => {
    void explain();
    return () => void latest.current++;
  }, [explain]);
  const watch = useMemo(
    () =>
      port &&
      (async (told: () => void) => {
        const unwatch = await port.watchSelection(told);
        // Another cell may have been selected before the watch began.
        told();
        return unwatch;
      }),
    [port],
  );
  useWatch(watch, pause, explain);
  useEffect(() => {
    if (command !== 'explain cell') return;
    commandTaken();
    void explain();
  }, [command, commandTaken, explain]);
  if (!port) return <NoWorkbook />;
  return (
    <div className={styles.column}>
      <h1 className={styles.heading}>{messages.explain}</h1>
      <p className={styles.muted}>{messages.explainHint}</p>
      <Button appearance="primary" className={styles.start} onClick={() => void explain()}>
        {messages.explainNow}
      </Button>
      {failure !== '' && <div role="alert">{failure}</div>}
      <div role="status" aria-busy={isReading} className={styles.column}>
        {!explained && isReading && messages.explaining}
        {explained && <ExplanationText explained={explained} port={port} />}
      </div>
    </div>
  );
}
