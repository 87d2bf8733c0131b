import { useEffect } from 'react';
import type { Unwatch } from '../hosts/workbook-port.ts';

/** Begins to tell of something in the workbook, until what it gives is called. */
type Watch = (told: () => void) => Promise<Unwatch>;

/**
 * Does something after the workbook has told of a change: once for all that it tells within a pause, in milliseconds.
 * Where the workbook cannot tell, nothing is done: the view has a button for it.
 */
export function useWatch(watch: Watch | undefined, pause: number, done: () => void): void {
  useEffect(() => {
    if (!watch) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    let unwatch: Unwatch | undefined;
    const end = () => unwatch?.().catch(() => undefined);
    const told = () => {
      if (isOver) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        done();
      }, pause);
    };
    watch(told).then(
      (given) => {
        unwatch = given;
        if (isOver) void end();
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
      void end();
    };
  }, [watch, pause, done]);
}
