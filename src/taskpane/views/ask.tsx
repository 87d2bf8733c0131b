import { Button } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { usePane } from '../pane-context.tsx';
import { useViewStyles } from './use-view-styles.ts';

type AskProps = {
  readonly question: string;
  readonly answers: readonly { readonly label: string; readonly onChosen: () => void }[];
  readonly onCancel: () => void;
};

/** A question in its place, with the harmless answer in focus; Escape takes it too. */
export function Ask({ question, answers, onCancel }: AskProps) {
  const { messages } = usePane();
  const styles = useViewStyles();
  const cancel = useRef<HTMLButtonElement | null>(null);
  const id = useId();
  useEffect(() => cancel.current?.focus(), []);
  return (
    <div
      role="alertdialog"
      aria-labelledby={id}
      className={styles.card}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <div id={id}>{question}</div>
      <div className={styles.row}>
        {answers.map(({ label, onChosen }) => (
          <Button key={label} onClick={onChosen}>
            {label}
          </Button>
        ))}
        <Button
          ref={(element: HTMLButtonElement | null) => {
            cancel.current = element;
          }}
          appearance="primary"
          onClick={onCancel}
        >
          {messages.cancel}
        </Button>
      </div>
    </div>
  );
}
