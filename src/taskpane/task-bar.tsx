import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  ProgressBar,
  Text,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { usePane } from './pane-context.tsx';

const useStyles = makeStyles({
  bar: { padding: '8px 12px 0', display: 'flex', flexDirection: 'column', gap: '6px' },
  row: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  list: { margin: '4px 0 8px', paddingLeft: '18px' },
  message: { paddingTop: '8px', paddingBottom: '8px' },
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

/** How far the work under way is, or how the last has ended. */
export function TaskBar() {
  const { messages, task } = usePane();
  const { title, progress, outcome } = task;
  const styles = useStyles();
  const cancel = useRef<HTMLButtonElement | null>(null);
  useEffect(() => {
    // The button that was pressed is disabled now: without a new place the keyboard would be lost.
    if (title !== undefined) cancel.current?.focus();
  }, [title]);
  const step = progress ? messages.step(progress.next) : title;
  const spoken =
    title === undefined ? (outcome?.tone === 'error' ? '' : (outcome?.sentence ?? '')) : `${title}: ${step}`;
  return (
    <>
      <div role="status" aria-live="polite" className={styles.hidden}>
        {spoken}
      </div>
      {title !== undefined && (
        <div className={styles.bar} data-task="running">
          <div className={styles.row}>
            <Text weight="semibold">{title}</Text>
            {task.canCancel && (
              <Button
                ref={(element: HTMLButtonElement | null) => {
                  cancel.current = element;
                }}
                size="small"
                disabledFocusable={task.isCancelling}
                onClick={task.cancel}
              >
                {task.isCancelling ? messages.cancelling : messages.cancel}
              </Button>
            )}
          </div>
          <ProgressBar
            aria-label={title}
            {...(progress ? { value: progress.done, max: progress.of, 'aria-valuetext': step } : {})}
          />
          <Text size={200}>
            {progress ? `${messages.stepOf(progress.done + 1, progress.of)}: ${step}` : messages.working}
          </Text>
        </div>
      )}
      {outcome && (
        <div className={styles.bar} role={outcome.tone === 'error' ? 'alert' : undefined} data-outcome={outcome.tone}>
          <MessageBar intent={outcome.tone} layout="multiline" politeness="polite" className={styles.message}>
            <MessageBarBody>
              {outcome.sentence}
              {outcome.details && outcome.details.length > 0 && (
                <>
                  <div>{outcome.heading}</div>
                  <ul className={styles.list} lang="en">
                    {outcome.details.map((one) => (
                      <li key={one}>{one}</li>
                    ))}
                  </ul>
                </>
              )}
            </MessageBarBody>
            <MessageBarActions>
              <Button size="small" onClick={task.dismiss}>
                {messages.dismiss}
              </Button>
            </MessageBarActions>
          </MessageBar>
        </div>
      )}
    </>
  );
}
