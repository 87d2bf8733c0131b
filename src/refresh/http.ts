import { cancelled, systemClock, type Clock } from './clock.ts';
import { readBody } from './read-body.ts';
import { redact } from './redact.ts';
import { RefreshError } from './refresh-error.ts';
import { statusError } from './status-error.ts';

export type HttpSettings = {
  /** The source as the user knows it. */
  readonly source: string;
  readonly fetch?: typeof fetch | undefined;
  readonly clock?: Clock | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** What no message may show. */
  readonly secrets?: readonly string[] | undefined;
  /** Milliseconds for one answer. */
  readonly timeOut?: number | undefined;
  readonly attempts?: number | undefined;
  readonly mostBytes?: number | undefined;
};

const usual = { timeOut: 15_000, attempts: 4, mostBytes: 5_000_000 };
const firstPause = 500;
const longestPause = 60_000;
const mostRedirects = 3;

/**
 * The text behind a URL. What may pass is tried again with longer pauses, as long as the server says where it says so.
 *
 * @throws RefreshError without the URL and the secrets in it.
 */
export async function getText(url: string, settings: HttpSettings): Promise<string> {
  const { clock = systemClock, attempts = usual.attempts, signal, secrets = [] } = settings;
  for (let attempt = 1; ; attempt++) {
    try {
      if (signal?.aborted) throw cancelled();
      return await once(url, settings);
    } catch (error) {
      const told = asRefreshError(error, settings);
      const pause = told.pause ?? firstPause * 2 ** (attempt - 1) * (0.5 + clock.random() / 2);
      if (!told.isPassing || attempt >= attempts || pause > longestPause)
        throw new RefreshError(told.error.fault, redact(told.error.message, secrets));
      await clock.wait(pause, signal);
    }
  }
}

/**
 * The JSON behind a URL.
 *
 * @throws RefreshError also where the answer is a page, is cut off, or is a note instead of figures.
 */
export async function getJson(url: string, settings: HttpSettings): Promise<unknown> {
  const text = await getText(url, settings);
  const { source } = settings;
  if (/^\s*</.test(text))
    throw new RefreshError(
      'unreadable',
      `${source} answered with a web page instead of figures. Check its address and that you are signed in to the network.`,
    );
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new RefreshError('unreadable', `The answer of ${source} is cut off or is no JSON. Refresh again later.`);
  }
  refuseNote(data, source);
  return data;
}

/** Sources tell with a note, and status 200, that a quota is used up or a key is wrong. */
function refuseNote(data: unknown, source: string): void {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return;
  const noted = ['Error Message', 'Note', 'Information', 'error', 'message'].flatMap((key) => {
    const value: unknown = (data as Record<string, unknown>)[key];
    return typeof value === 'string' ? [value] : [];
  });
  if (noted.length === 0 || 'results' in data || 'schema' in data) return;
  const [note] = noted as [string];
  if (/\blimit|quota|\brate\b|exceed|frequency/i.test(note))
    throw new RefreshError('quota', `The quota of ${source} is used up. Refresh again when it has been renewed.`);
  if (/api.?key|unauthori[sz]ed|token/i.test(note))
    throw new RefreshError('key', `${source} does not accept the key. Check it in the settings.`);
  if (/upgrade|premium|subscription|plan/i.test(note))
    throw new RefreshError('plan', `Your plan with ${source} does not include this company or figure.`);
  throw new RefreshError('no data', `${source} answered with a note instead of figures.`);
}

async function once(url: string, settings: HttpSettings): Promise<string> {
  const { fetch: ask = fetch, source, signal, timeOut = usual.timeOut, mostBytes = usual.mostBytes } = settings;
  const own = new AbortController();
  const stop = () => own.abort(cancelled());
  signal?.addEventListener('abort', stop, { once: true });
  const timer = setTimeout(
    () => own.abort(new RefreshError('too slow', `${source} did not answer within ${timeOut / 1000} seconds.`)),
    timeOut,
  );
  try {
    const response = await follow(
      url,
      (to) =>
        ask(to, {
          signal: own.signal,
          redirect: 'manual',
          headers: { accept: 'application/json', ...settings.headers },
        }),
      source,
    );
    if (!response.ok) {
      await response.body?.cancel();
      throw statusError(response, source, (settings.clock ?? systemClock).now());
    }
    return await readBody(response, source, mostBytes);
  } catch (error) {
    throw own.signal.aborted ? own.signal.reason : error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

/** Redirects are followed where they stay with the source; elsewhere the key would go to others. */
async function follow(url: string, ask: (url: string) => Promise<Response>, source: string): Promise<Response> {
  let at = url;
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const response = await ask(at);
    const isRedirect = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
    if (!isRedirect) return response;
    await response.body?.cancel();
    const location = response.headers.get('location');
    const next = location === null ? undefined : new URL(location, at);
    if (next?.origin !== new URL(url).origin) break;
    at = next.href;
  }
  throw new RefreshError(
    'redirected',
    `${source} sends on to another address, which was not followed. Check its address.`,
  );
}

type Told = { readonly error: RefreshError; readonly isPassing: boolean; readonly pause?: number };

function asRefreshError(error: unknown, { source }: HttpSettings): Told {
  if (error instanceof RefreshError) {
    const pause = 'pause' in error && typeof error.pause === 'number' ? { pause: error.pause } : {};
    return { error, isPassing: passing.includes(error.fault), ...pause };
  }
  return {
    error: new RefreshError('unreachable', `${source} cannot be reached. Check its address and the network.`),
    isPassing: true,
  };
}

const passing: readonly string[] = ['too slow', 'quota', 'server'];
