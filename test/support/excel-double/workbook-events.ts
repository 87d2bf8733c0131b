import type { DoubleObject } from './double-object.ts';

/** An event as the client library is told of it: by category, type and target, what happened as JSON. */
export type EventMessage = readonly [category: number, type: number, target: string, message: string];

const category = 65536;
const target = 'Workbook';
/** The numbers of the events of all worksheets. */
const types = { DataChanged: 10, SelectionChanged: 14, Calculated: 16 } as const;
const names = Object.keys(types) as readonly EventName[];

export type EventName = keyof typeof types;

/** The events of the worksheets: who has asked for them, and telling of them. */
export class WorkbookEvents {
  /** How the add-in is told; set by what connects the two. */
  send: (messages: readonly EventMessage[]) => void = () => undefined;
  readonly #asked = new Set<EventName>();
  #waiting: EventMessage[] = [];

  /** How the client library asks for an event, and ends it. */
  readonly methods: DoubleObject['methods'] = Object.fromEntries(
    names.flatMap((name) => [
      [`_Register${name}Event`, () => void this.#asked.add(name)],
      [`_Unregister${name}Event`, () => void this.#asked.delete(name)],
    ]),
  );

  /** The events that are asked for now. */
  get asked(): readonly EventName[] {
    return [...this.#asked];
  }

  /** Tells of an event where it was asked for; later, never within the call. */
  tell(name: EventName, worksheetId: string, what: Readonly<Record<string, unknown>> = {}): void {
    if (!this.#asked.has(name)) return;
    if (this.#waiting.length === 0) setImmediate(() => this.send(this.#waiting.splice(0)));
    this.#waiting.push([category, types[name], target, JSON.stringify({ worksheetId, ...what })]);
  }
}
