import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { messagesIn, type Messages } from './messages/messages.ts';
import type { PaneHost } from './pane-host.ts';
import { useTask, type Task } from './use-task.ts';
import type { UseCases } from './use-cases.ts';

/** What every view may use. */
export type PaneContext = {
  readonly host: PaneHost;
  readonly messages: Messages;
  /** Undefined until they are loaded. */
  readonly useCases: UseCases | undefined;
  readonly hasFailedToLoad: boolean;
  loadAgain(): void;
  /** The one work under way: while it runs, no other begins. */
  readonly task: Task;
};

const context = createContext<PaneContext | undefined>(undefined);

/** The host, the texts and the use cases of the pane. */
export function usePane(): PaneContext {
  const found = useContext(context);
  if (!found) throw new Error('A view stands outside the pane.');
  return found;
}

export function PaneProvider({
  host,
  load,
  children,
}: {
  readonly host: PaneHost;
  readonly load: () => Promise<UseCases>;
  readonly children: ReactNode;
}) {
  const messages = messagesIn(host.language);
  const [useCases, setUseCases] = useState<UseCases>();
  const [hasFailedToLoad, setFailed] = useState(false);
  const loadAgain = useCallback(() => {
    setFailed(false);
    load().then(setUseCases, () => setFailed(true));
  }, [load]);
  useEffect(loadAgain, [loadAgain]);
  const task = useTask(messages);
  const given = useMemo(
    () => ({ host, messages, useCases, hasFailedToLoad, loadAgain, task }),
    [host, messages, useCases, hasFailedToLoad, loadAgain, task],
  );
  return <context.Provider value={given}>{children}</context.Provider>;
}
