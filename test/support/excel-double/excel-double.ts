import { readFileSync } from 'node:fs';
import type { FunctionsMetadata } from './call-formula.ts';
import { CustomFunctionsHost, type Invocation } from './custom-functions.ts';
import { parseAddress, range, type Position } from '../../../src/template/address.ts';
import { answer, References, type RequestBody, type ResponseBody } from './rich-api.ts';
import { WorkbookEvents } from './workbook-events.ts';
import { workbookObject } from './workbook-objects.ts';
import { WorkbookState, type SheetState, type Value } from './workbook-state.ts';

export type ExcelDoubleOptions = {
  /** The prefix of the add-in's functions in a cell. */
  readonly namespace: string;
  readonly metadata: FunctionsMetadata;
};

/** How a request fails. */
export type Fault = { readonly code: string; readonly when: 'before' | 'half done' };

/** Excel without Excel: a workbook, the answers to what the client library asks of it, and calls of custom functions. */
export class ExcelDouble {
  readonly workbook: WorkbookState;
  readonly functions: CustomFunctionsHost;
  readonly events = new WorkbookEvents();
  /** How calls reach the add-in; set by what connects the two. */
  sendCalls: (calls: readonly Invocation[]) => void = () => {
    throw new Error('No add-in is connected to the double of Excel.');
  };
  /** Whether the user sees the pane. */
  pane: 'open' | 'closed' = 'closed';
  /** Requests so far, and the bytes of each. */
  requests = 0;
  readonly bytes: number[] = [];
  /** Makes a request fail, by its number from one: before it does anything, or half done. */
  fault: ((request: number) => Fault | undefined) | undefined;
  readonly #references = new References();
  readonly #roots;
  /** How often the engine had calculated when the add-in was last told. */
  #calculations = 0;

  constructor({ namespace, metadata }: ExcelDoubleOptions) {
    this.workbook = new WorkbookState((formula) => this.functions.isCall(formula));
    this.functions = new CustomFunctionsHost({
      workbook: this.workbook,
      namespace,
      metadata,
      send: (calls) => this.sendCalls(calls),
    });
    this.workbook.onSelected = ({ id, selected }) => this.events.tell('SelectionChanged', id, { address: selected });
    this.#roots = {
      global: workbookObject(this.workbook, (sheet, at) => this.#typed(sheet, at), this.events),
      services: {
        'Microsoft.ExcelServices.CustomFunctions': this.functions.service,
        'Microsoft.InternalService.AddinInternalService': {
          type: 'AddinInternalService',
          properties: {},
          methods: { NotifyActionHandlerReady: () => null },
        },
        'Microsoft.AppRuntime.AppRuntimeService': {
          type: 'AppRuntimeService',
          properties: {},
          methods: {
            SetAppRuntimeState: (state: string) => void (this.pane = state === 'Visible' ? 'open' : 'closed'),
          },
        },
      },
    };
  }

  /** Does what one request of the client library asks for. */
  answer(body: RequestBody): ResponseBody {
    this.requests++;
    const fault = this.fault?.(this.requests);
    if (fault) return this.#answerWith(fault, body);
    this.bytes.push(JSON.stringify(body).length);
    const answered = answer(body, this.#roots, this.#references);
    this.calculate();
    return answered;
  }

  /** Calculates what has changed, native formulas and calls of the add-in, as Excel does by itself. */
  calculate(): void {
    if (this.workbook.calculationMode === 'Manual') return;
    this.workbook.engine.calculate();
    this.functions.recalculateChanged();
    if (this.workbook.engine.calculations === this.#calculations) return;
    this.#calculations = this.workbook.engine.calculations;
    for (const { id } of this.workbook.sheets) this.events.tell('Calculated', id);
  }

  /** Goes to a range of a sheet and selects it, as the user does. */
  select(sheetName: string, selected: string): void {
    const sheet = this.#sheet(sheetName);
    this.workbook.activate(sheet);
    sheet.selected = selected;
  }

  /** Types something into a cell, as the user does. */
  edit(sheetName: string, cell: string, content: Value): void {
    const [sheet, at] = [this.#sheet(sheetName), parseAddress(cell)];
    sheet.type(at, content);
    this.#typed(sheet, [at]);
    this.calculate();
  }

  #sheet(name: string): SheetState {
    const found = this.workbook.find(name);
    if (!found) throw new Error(`There is no sheet "${name}" in the double of Excel.`);
    return found;
  }

  #typed(sheet: SheetState, at: readonly Position[]): void {
    this.functions.recalculate(sheet, at);
    const [first, last] = [at[0]!, at.at(-1)!];
    const address = range({ top: first.row, left: first.column, bottom: last.row, right: last.column });
    this.events.tell('DataChanged', sheet.id, {
      address,
      changeType: 'RangeEdited',
      source: 'Local',
      shiftDirection: 'None',
    });
  }

  #answerWith({ code, when }: Fault, body: RequestBody): ResponseBody {
    const actions = when === 'before' ? [] : body.Actions.slice(0, Math.ceil(body.Actions.length / 2));
    const { Results } = answer({ ...body, Actions: actions }, this.#roots, this.#references);
    const error = { Code: code, Message: code, Location: '', ActionIndex: actions.length, HttpStatusCode: 500 };
    return { Results, Error: error };
  }
}

/** The functions that a built add-in has, as Excel reads them. */
export const metadataOf = (file: string): FunctionsMetadata =>
  JSON.parse(readFileSync(file, 'utf8')) as FunctionsMetadata;
