import { RefreshError } from './refresh-error.ts';

/** Time and chance, so that a test can hold them. */
export type Clock = {
  now(): Date;
  /** @throws RefreshError when it is cancelled meanwhile. */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** From 0 up to 1. */
  random(): number;
};

export const cancelled = (): RefreshError =>
  new RefreshError('cancelled', 'The refresh was cancelled; nothing was changed.');

export const systemClock: Clock = {
  now: () => new Date(),
  random: Math.random,
  wait: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(cancelled());
      const stop = () => {
        clearTimeout(timer);
        reject(cancelled());
      };
      const timer = setTimeout(() => {
        signal?.removeEventListener('abort', stop);
        resolve();
      }, milliseconds);
      signal?.addEventListener('abort', stop, { once: true });
    }),
};
