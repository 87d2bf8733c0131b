import { Button } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { usePane } from '../pane-context.tsx';
import type { ListedModel } from '../use-cases.ts';
import { useWatch } from '../use-watch.ts';
import { InsertForm } from './insert-form.tsx';
import { ModelCard } from './model-card.tsx';
import { NoWorkbook } from './no-workbook.tsx';
import { SharingPanel } from './sharing-panel.tsx';
import { useViewStyles } from './use-view-styles.ts';
import type { ViewProps } from './view-props.ts';

/** How long after a change of cells the models are looked at again, in milliseconds. */
const pause = 800;

/** Inserts models, lists those there are with how they stand, and freezes the functions in cells. */
export function ModelView(props: ViewProps) {
  const { host, messages, task } = usePane();
  const { useCases, command } = props;
  const styles = useViewStyles();
  const [models, setModels] = useState<readonly ListedModel[]>();
  const [failure, setFailure] = useState('');
  const { port } = host;
  const refresh = useCallback(() => {
    if (!port) return;
    useCases.models(port).then(
      (found) => {
        setModels(found);
        setFailure('');
      },
      (error: Error) => setFailure(messages.failed(error.message)),
    );
  }, [port, useCases, messages]);
  // What has ended may have changed the workbook.
  useEffect(() => {
    if (task.title === undefined) refresh();
  }, [refresh, task.title]);
  // Work under way changes cells all the time; at its end the models are looked at anyway.
  const isIdle = task.title === undefined && models !== undefined && models.length > 0;
  const watch = useMemo(
    () => (isIdle && port ? (told: () => void) => port.watchCells(told) : undefined),
    [isIdle, port],
  );
  useWatch(watch, pause, refresh);
  if (!port) return <NoWorkbook />;
  return (
    <div className={styles.column}>
      <InsertForm {...props} port={port} models={models} />
      <section className={styles.column} aria-labelledby="models">
        <div className={styles.spread}>
          <h2 id="models" className={styles.subheading}>
            {messages.inWorkbook}
          </h2>
          <Button size="small" appearance="subtle" disabled={task.title !== undefined} onClick={refresh}>
            {messages.refresh}
          </Button>
        </div>
        {failure !== '' && <div role="alert">{failure}</div>}
        {models?.length === 0 && <p className={styles.muted}>{messages.noModels}</p>}
        {models?.map((model) => (
          <ModelCard key={model.id} model={model} models={models} port={port} useCases={useCases} />
        ))}
      </section>
      <SharingPanel
        port={port}
        useCases={useCases}
        isAskedFor={command === 'freeze'}
        commandTaken={props.commandTaken}
      />
    </div>
  );
}
