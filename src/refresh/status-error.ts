import { RefreshError, type RefreshFault } from './refresh-error.ts';

/** An answer that says no; with the milliseconds to wait where it says so. */
export class StatusError extends RefreshError {
  readonly pause: number | undefined;

  constructor(fault: RefreshFault, message: string, pause: number | undefined) {
    super(fault, message);
    this.pause = pause;
  }
}

/** What a status means to the user. */
export function statusError({ status, headers }: Response, source: string, now: Date): StatusError {
  const [fault, message] = meaning(status, source);
  return new StatusError(fault, message, fault === 'quota' || fault === 'server' ? pauseOf(headers, now) : undefined);
}

function meaning(status: number, source: string): [RefreshFault, string] {
  switch (status) {
    case 401:
      return ['key', `${source} does not accept the key. Check it in the settings.`];
    case 402:
      return ['plan', `Your plan with ${source} does not include this company or figure.`];
    case 403:
      return ['plan', `${source} refuses this figure to your key.`];
    case 404:
      return ['not found', `${source} does not know this company or address.`];
    case 429:
      return ['quota', `${source} asks for fewer requests. Refresh again later.`];
  }
  return status >= 500
    ? ['server', `${source} has a fault of its own (status ${status}). Refresh again later.`]
    : ['no data', `${source} refused the request (status ${status}).`];
}

function pauseOf(headers: Headers, now: Date): number | undefined {
  const said = headers.get('retry-after')?.trim();
  if (!said) return undefined;
  const pause = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - now.getTime();
  return Number.isNaN(pause) ? undefined : Math.max(0, pause);
}
