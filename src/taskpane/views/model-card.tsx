import { Badge, Button, Spinner } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ModelStatus } from '../../hosts/review/model-status.ts';
import type { WorkbookPort } from '../../hosts/workbook-port.ts';
import { usePane } from '../pane-context.tsx';
import type { ListedModel, UseCases } from '../use-cases.ts';
import { Ask } from './ask.tsx';
import { Differences } from './differences.tsx';
import { useViewStyles } from './use-view-styles.ts';

type ModelCardProps = {
  readonly model: ListedModel;
  /** All models as last listed: another list means that the workbook may have changed. */
  readonly models: readonly ListedModel[];
  readonly port: WorkbookPort;
  readonly useCases: UseCases;
};

/** One inserted model: how it stands, and what can be done with it. */
export function ModelCard({ model, models, port, useCases }: ModelCardProps) {
  const { host, messages, task } = usePane();
  const styles = useViewStyles();
  const [status, setStatus] = useState<ModelStatus>();
  const [failure, setFailure] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { id, sheets } = model;
  const isBusy = task.title !== undefined;
  useEffect(() => {
    let isCurrent = true;
    useCases.status(port, id).then(
      (found) => {
        if (!isCurrent) return;
        setStatus(found);
        setFailure('');
      },
      (error: Error) => isCurrent && setFailure(messages.failed(error.message)),
    );
    return () => {
      isCurrent = false;
    };
  }, [id, models, port, useCases, messages]);
  const remove = () => {
    setAsked(false);
    void task.run(messages.removing, async () => {
      await useCases.remove(port, id);
      return messages.removed(id);
    });
  };
  const copy = () =>
    void task.run(messages.copying, async () => {
      const { fileName, leftOut } = await useCases.copyForClient(port, id);
      return { sentence: messages.copied(fileName), heading: messages.leftOut, details: leftOut };
    });
  const bringUpToDate = () =>
    void task.run(
      messages.updating,
      async (tools) => {
        const { carried, lost, asValues } = await useCases.update(port, id, tools);
        const details = [...lost.map(messages.lostInput), ...asValues.map(messages.inputAsValue)];
        return { sentence: messages.updated(id, carried), heading: messages.lookAt, details };
      },
      { canCancel: true },
    );
  const number = (value: number, digits: number, style: 'decimal' | 'percent' = 'decimal') =>
    value.toLocaleString(host.language, { style, minimumFractionDigits: digits, maximumFractionDigits: digits });
  const figures: readonly (readonly [string, string | undefined])[] = [
    [
      messages.targetPrice,
      status?.targetPrice === undefined ? undefined : `${useCases.priceUnit} ${number(status.targetPrice, 2)}`,
    ],
    [messages.upside, status?.upside === undefined ? undefined : number(status.upside, 1, 'percent')],
    [messages.rating, status?.rating],
    [messages.scenario, status?.scenario],
    [messages.failedChecks, status?.failedChecks?.toString()],
    [messages.alerts, status?.alerts?.toString()],
  ];
  return (
    <article className={styles.card} aria-labelledby={`model-${id}`}>
      <div className={styles.spread}>
        <h3 id={`model-${id}`} className={styles.subheading}>
          {messages.modelTitle(id)}
        </h3>
        {model.isOutOfDate ? (
          <Badge appearance="tint" color="warning">
            {messages.outOfDate}
          </Badge>
        ) : (
          <span className={styles.muted}>{messages.sheetCount(sheets.length)}</span>
        )}
      </div>
      {failure !== '' && <div role="alert">{failure}</div>}
      {status ? (
        <>
          <dl className={styles.figures}>
            {figures.map(([label, text]) => (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd>{text ?? messages.notKnown}</dd>
              </div>
            ))}
          </dl>
          {status.remarks.map((one) => (
            <p key={one} lang="en" className={styles.muted}>
              {one}
            </p>
          ))}
          <Differences status={status} unit={useCases.priceUnit} />
        </>
      ) : (
        failure === '' && <Spinner size="tiny" label={messages.working} />
      )}
      {isAsked ? (
        <Ask
          question={messages.removeAsk(id, sheets.length)}
          answers={[{ label: messages.remove, onChosen: remove }]}
          onCancel={() => setAsked(false)}
        />
      ) : (
        <div className={styles.row}>
          {model.isOutOfDate && (
            <Button size="small" disabled={isBusy} onClick={bringUpToDate}>
              {messages.update}
            </Button>
          )}
          <Button size="small" disabled={isBusy} onClick={copy}>
            {messages.copyForClient}
          </Button>
          <Button size="small" disabled={isBusy} onClick={() => setAsked(true)}>
            {messages.remove}
          </Button>
        </div>
      )}
    </article>
  );
}
