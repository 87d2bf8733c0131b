/** What kept a source from answering. */
export type RefreshFault =
  | 'unreachable'
  | 'too slow'
  | 'key'
  | 'plan'
  | 'quota'
  | 'not found'
  | 'server'
  | 'unreadable'
  | 'too large'
  | 'redirected'
  | 'cancelled'
  | 'settings'
  | 'no data';

/** Why figures did not come: in a sentence or two that say what happened and what to do. It holds no key and no URL. */
export class RefreshError extends Error {
  override readonly name = 'RefreshError';
  readonly fault: RefreshFault;

  constructor(fault: RefreshFault, message: string) {
    super(message);
    this.fault = fault;
  }

  /** Whether asking the same source for the next company has no point. */
  get stopsAll(): boolean {
    return ['key', 'cancelled', 'redirected', 'settings'].includes(this.fault);
  }
}
