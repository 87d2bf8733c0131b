import { useCallback, useMemo, useRef, useState } from 'react';
import type { Progress } from '../hosts/models/insert-model.ts';
import type { Messages } from './messages/messages.ts';
import type { WorkTools } from './use-cases.ts';

/** What is said when work has ended: in a sentence, and what goes with it. */
export type Outcome = {
  readonly tone: 'success' | 'info' | 'error';
  readonly sentence: string;
  readonly heading?: string;
  readonly details?: readonly string[];
};

type Work = (tools: WorkTools) => Promise<Omit<Outcome, 'tone'> | string | undefined>;

export type Task = {
  /** What is being done; undefined while nothing is. */
  readonly title: string | undefined;
  readonly progress: Progress | undefined;
  readonly canCancel: boolean;
  readonly isCancelling: boolean;
  readonly outcome: Outcome | undefined;
  /** Does work, unless some is under way; what it gives is said at its end. */
  run(title: string, work: Work, options?: { readonly canCancel?: boolean }): Promise<void>;
  cancel(): void;
  dismiss(): void;
};

type State = Pick<Task, 'title' | 'progress' | 'canCancel' | 'isCancelling' | 'outcome'>;

const idle: State = {
  title: undefined,
  progress: undefined,
  canCancel: false,
  isCancelling: false,
  outcome: undefined,
};

/** Work that shows how far it is, can be stopped, and says how it ended. */
export function useTask(messages: Messages): Task {
  const [state, setState] = useState<State>(idle);
  const stop = useRef<AbortController>();
  const run = useCallback(
    async (title: string, work: Work, { canCancel = false } = {}) => {
      if (stop.current) return;
      const own = new AbortController();
      stop.current = own;
      setState({ ...idle, title, canCancel });
      const onProgress = (progress: Progress) => setState((now) => ({ ...now, progress }));
      let outcome: Outcome | undefined;
      try {
        const said = await work({ onProgress, signal: own.signal });
        if (said !== undefined)
          outcome = { tone: 'success', ...(typeof said === 'string' ? { sentence: said } : said) };
      } catch (error) {
        outcome = outcomeOf(error, own.signal.aborted, messages);
      }
      stop.current = undefined;
      setState({ ...idle, outcome });
    },
    [messages],
  );
  const cancel = useCallback(() => {
    stop.current?.abort();
    setState((now) => ({ ...now, isCancelling: true }));
  }, []);
  const dismiss = useCallback(() => setState((now) => ({ ...now, outcome: undefined })), []);
  return useMemo(() => ({ ...state, run, cancel, dismiss }), [state, run, cancel, dismiss]);
}

function outcomeOf(error: unknown, isCancelled: boolean, messages: Messages): Outcome {
  const said = error instanceof Error ? error.message : String(error);
  // What could not be undone must not pass for a cancellation that left nothing.
  return isCancelled && /Nothing of it was left|aborted/i.test(said)
    ? { tone: 'info', sentence: messages.stopped }
    : { tone: 'error', sentence: messages.failed(said) };
}
