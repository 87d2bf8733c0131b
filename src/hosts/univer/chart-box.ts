import { createElement, useEffect, useState, type ReactElement } from 'react';

/** By which name the grid knows the component. */
export const chartBox = 'st-model-chart';

/** What a box shows: the grid hands a component plain data only, so that it looks its drawing up by number. */
export type ChartDrawing = {
  readonly svg: () => string;
  /** Tells of every change of the cells. */
  readonly watch: (told: () => void) => () => void;
};

const drawings = new Map<string, ChartDrawing>();

/** Puts a drawing where its box finds it. */
export const addDrawing = (id: string, drawing: ChartDrawing): unknown => drawings.set(id, drawing);
export const removeDrawing = (id: string): unknown => drawings.delete(id);

/** A chart over the cells, drawn again as they change. */
export function ChartBox({ data }: { readonly data?: { readonly id?: string } }): ReactElement | null {
  const drawing = drawings.get(data?.id ?? '');
  const [svg, setSvg] = useState(() => drawing?.svg() ?? '');
  useEffect(() => {
    if (!drawing) return undefined;
    setSvg(drawing.svg());
    return drawing.watch(() => setSvg(drawing.svg()));
  }, [drawing]);
  // The drawing is ours, every word in it escaped.
  return createElement('div', {
    style: { width: '100%', height: '100%', overflow: 'hidden' },
    dangerouslySetInnerHTML: { __html: svg },
  });
}
