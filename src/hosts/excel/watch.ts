import type { Unwatch } from '../workbook-port.ts';

type Event = { add(handler: () => Promise<void>): OfficeExtension.EventHandlerResult<unknown> };

/** Tells of every other selection in any sheet. */
export const onSelection = (context: Excel.RequestContext, told: () => void): Promise<Unwatch> =>
  watch(context, [context.workbook.worksheets.onSelectionChanged], told);

/** Tells of every change of a cell, typed or calculated. */
export const onCells = (context: Excel.RequestContext, told: () => void): Promise<Unwatch> =>
  watch(context, [context.workbook.worksheets.onChanged, context.workbook.worksheets.onCalculated], told);

async function watch(context: Excel.RequestContext, events: readonly Event[], told: () => void): Promise<Unwatch> {
  const handlers = events.map((event) =>
    event.add(() => {
      told();
      return Promise.resolve();
    }),
  );
  await context.sync();
  return async () => {
    for (const handler of handlers) handler.remove();
    await context.sync();
  };
}
