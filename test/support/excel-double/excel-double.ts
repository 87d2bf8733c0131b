import { readFileSync } from 'node:fs';
import type { FunctionsMetadata } from './call-formula.ts';
import { CustomFunctionsHost, type Invocation } from './custom-functions.ts';
import { answer, References, type RequestBody, type ResponseBody } from './rich-api.ts';
import { workbookObject } from './workbook-objects.ts';
import { WorkbookState } from './workbook-state.ts';

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

  constructor({ namespace, metadata }: ExcelDoubleOptions) {
    this.workbook = new WorkbookState((formula) => this.functions.isCall(formula));
    this.functions = new CustomFunctionsHost({
      workbook: this.workbook,
      namespace,
      metadata,
      send: (calls) => this.sendCalls(calls),
    });
    this.#roots = {
      global: workbookObject(this.workbook, (sheet, at) => this.functions.recalculate(sheet, at)),
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
