import { address, onSheet, type Position } from '../../../src/template/address.ts';
import {
  parseCall,
  type CallArgument,
  type CallFormula,
  type FunctionMetadata,
  type FunctionsMetadata,
} from './call-formula.ts';
import { DoubleError, type DoubleObject } from './double-object.ts';
import { meets, type Answered, type SheetState, type Value, type WorkbookState } from './workbook-state.ts';

/** A call as it goes to Microsoft's custom-functions runtime. */
export type Invocation = readonly [
  id: number,
  functionId: string,
  args: readonly unknown[],
  address: string,
  flags: number,
  argumentAddresses: null,
];

/** An answer of the runtime: its call, whether it went well, the value or the message, the number of an error. */
type InvocationResult = readonly [id: number, good: boolean, value: unknown, errorCode?: number];

export type Answer = {
  readonly value: Answered | readonly (readonly Answered[])[];
  /** What Excel shows beside an error. */
  readonly message?: string;
};

export type Call = { readonly functionId: string; readonly args: readonly unknown[]; readonly address?: string };

/** The numbers that the runtime gives errors. */
const errorCodes: Readonly<Record<number, string>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 7: '#VALUE!', 8: '#NULL!' };
/** What Excel shows where an error has no number of its own. */
const unknownError = '#VALUE!';
/** Tells the runtime that arguments may be errors. */
const allowsErrors = 4;
const errorPattern = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|BUSY!)$/;

type Options = {
  readonly workbook: WorkbookState;
  readonly namespace: string;
  readonly metadata: FunctionsMetadata;
  readonly send: (calls: readonly Invocation[]) => void;
};

/**
 * The part of Excel that calls custom functions: it reads the formulas of cells, sends calls to the runtime, takes the
 * answers and shows them, and calls again where an argument has changed.
 */
export class CustomFunctionsHost {
  readonly #options: Options;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #lastId = 0;
  #isReady = false;
  #held: Invocation[] = [];
  /** What each call was last made with. */
  readonly #madeWith = new Map<string, string>();
  /** How often the engine had calculated when the calls were last looked through. */
  #calculations = 0;
  /** The messages beside the errors that cells show, by address. */
  readonly messages = new Map<string, string>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** The service by which the runtime answers. */
  readonly service: DoubleObject = {
    type: 'CustomFunctions',
    properties: {},
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: () => {
        this.#isReady = true;
        if (this.#held.length > 0) this.#options.send(this.#held);
        this.#held = [];
      },
      SetInvocationArrayResults: (results: readonly InvocationResult[]) => {
        for (const result of results) {
          this.#waiting.get(result[0])?.(read(result));
          this.#waiting.delete(result[0]);
        }
      },
    },
  };

  /** Calls a function with arguments as the runtime gets them. */
  call(functionId: string, ...args: readonly unknown[]): Promise<Answer> {
    return this.callAll([{ functionId, args }])[0]!;
  }

  /** Calls functions in one message, as Excel does when it recalculates a sheet. */
  callAll(calls: readonly Call[]): Promise<Answer>[] {
    const flags = this.#options.metadata.allowErrorForDataTypeAny ? allowsErrors : 0;
    const made = calls.map(({ functionId, args, address: at = 'Sheet1!A1' }): Invocation => [
      ++this.#lastId,
      functionId,
      args,
      at,
      flags,
      null,
    ]);
    const answers = made.map(([id]) => new Promise<Answer>((resolve) => this.#waiting.set(id, resolve)));
    if (this.#isReady) this.#options.send(made);
    else this.#held.push(...made);
    return answers;
  }

  /** Waits until every call is answered; a call that stays open is an error. */
  async settled(within = 30_000): Promise<void> {
    const until = Date.now() + within;
    while (this.#waiting.size > 0) {
      if (Date.now() > until) throw new Error(`${this.#waiting.size} calls have had no answer for ${within} ms.`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Calculates the formulas among cells typed into, and those whose arguments they are. */
  recalculate(typedInto: SheetState, at: readonly Position[]): void {
    if (this.#options.workbook.calculationMode === 'Manual') return;
    for (const { formula, at: cell } of typedInto.calls())
      if (at.some(({ row, column }) => row === cell.row && column === cell.column))
        void this.#calculate(typedInto, cell, this.#parse(formula));
    this.#recalculateDependents(typedInto, at);
  }

  /** Calls again where native formulas have given an argument another value, as Excel does after it has calculated. */
  recalculateChanged(): void {
    const { engine, sheets } = this.#options.workbook;
    if (engine.calculations === this.#calculations) return;
    this.#calculations = engine.calculations;
    const read = new Map<string, string>();
    for (const sheet of sheets)
      for (const { formula, at } of sheet.calls()) {
        const call = this.#parse(formula);
        const key = this.#keyOf(call, sheet, read);
        if (this.#madeWith.get(placeKey(sheet, at)) !== key) void this.#calculate(sheet, at, call, key);
      }
  }

  /** What a call is made with, to tell whether it has changed. */
  #keyOf({ spec, args }: CallFormula, on: SheetState, read = new Map<string, string>()): string {
    const given = args.map((one) => {
      if (one.kind !== 'range') return JSON.stringify(one);
      const sheet = this.#sheetOf(one, on);
      const place = `${sheet.id} ${JSON.stringify(one.area)}`;
      const known = read.get(place) ?? JSON.stringify(sheet.values(one.area));
      read.set(place, known);
      return known;
    });
    return [spec.id, ...given].join('\n');
  }

  #recalculateDependents(changed: SheetState, at: readonly Position[]): void {
    for (const sheet of this.#options.workbook.sheets)
      for (const { formula, at: cell } of sheet.calls()) {
        const call = this.#parse(formula);
        const depends = call.args.some(
          (one) => one.kind === 'range' && this.#sheetOf(one, sheet) === changed && meets(one.area, at),
        );
        if (depends) void this.#calculate(sheet, cell, call);
      }
  }

  /**
   * Whether a formula calls the add-in; a call that the double cannot make is refused. Where there is no add-in the names
   * of its functions are the engine's to answer.
   */
  isCall(formula: string): boolean {
    const { namespace, metadata } = this.#options;
    const named = formula.toUpperCase().replace(/^=IFERROR\(/, '=');
    return metadata.functions.length > 0 && named.startsWith(`=${namespace}.`) && this.#parse(formula) !== undefined;
  }

  #parse(formula: string): CallFormula {
    const call = parseCall(formula, this.#options.namespace, this.#options.metadata);
    if (call) return call;
    throw new DoubleError(
      'InvalidArgument',
      `The double of Excel calculates a formula that is one call of ${this.#options.namespace}, by itself or in IFERROR, not ${formula}.`,
    );
  }

  async #calculate(sheet: SheetState, at: Position, call: CallFormula, key = this.#keyOf(call, sheet)): Promise<void> {
    const { spec, args, otherwise } = call;
    const where = onSheet(sheet.name, address(at.row, at.column));
    this.#madeWith.set(placeKey(sheet, at), key);
    const given = spec.parameters.map((parameter, index) => this.#argument(args[index], sheet, parameter));
    const refused = given.find((one) => one instanceof NotCalled);
    const answer: Answer = refused
      ? { value: { error: refused.code } }
      : await this.callAll([{ functionId: spec.id, args: given, address: where }])[0]!;
    const shownValue = otherwise === undefined ? answer.value : instead(answer.value, otherwise);
    if (answer.message && shownValue === answer.value) this.messages.set(where, answer.message);
    else this.messages.delete(where);
    this.#recalculateDependents(sheet, sheet.show(at, shownValue));
  }

  /** What the runtime gets for an argument; where Excel would not call the function, why not. */
  #argument(
    argument: CallArgument | undefined,
    on: SheetState,
    { dimensionality, type = 'any' }: FunctionMetadata['parameters'][number],
  ): unknown {
    const isMatrix = dimensionality === 'matrix';
    if (!argument || argument.kind === 'omitted') return null;
    if (argument.kind === 'value') return isMatrix ? [[argument.value]] : argument.value;
    const values = this.#sheetOf(argument, on)
      .values(argument.area)
      .map((row) => row.map(toRuntime));
    if (isMatrix) return values;
    if (values.length > 1 || values[0]!.length > 1) return new NotCalled(unknownError);
    const [[value]] = values as [[unknown]];
    // Errors are let through to parameters of any type only.
    if (isError(value) && type !== 'any') return new NotCalled(value.code);
    return value === '' ? null : value;
  }

  #sheetOf({ sheet }: { readonly sheet?: string }, on: SheetState): SheetState {
    const found = sheet === undefined ? on : this.#options.workbook.find(sheet);
    if (!found) throw new DoubleError('InvalidArgument', `A formula names the sheet "${sheet}", which is not there.`);
    return found;
  }
}

/** An answer with something else where it is an error. */
function instead(value: Answer['value'], otherwise: Value): Answer['value'] {
  const cell = (one: Answered): Answered => (typeof one === 'object' ? otherwise : one);
  return Array.isArray(value)
    ? (value as readonly (readonly Answered[])[]).map((row) => row.map(cell))
    : cell(value as Answered);
}

const placeKey = ({ id }: SheetState, { row, column }: Position): string => `${id} ${row},${column}`;

/** Excel shows this error without calling the function. */
class NotCalled {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }
}

const isError = (value: unknown): value is { readonly code: string } =>
  typeof value === 'object' && value !== null && 'code' in value;

/** A cell as the runtime gets it: an error is an object with its code. */
const toRuntime = (value: Value): unknown =>
  typeof value === 'string' && errorPattern.test(value) ? { type: 'CustomFunctionError', code: value } : value;

function read([, good, value, errorCode]: InvocationResult): Answer {
  if (!good) return { value: { error: errorCodes[errorCode ?? 0] ?? unknownError }, message: String(value ?? '') };
  return { value: Array.isArray(value) ? value.map((row: unknown[]) => row.map(shown)) : shown(value) };
}

/** A cell of an answer. */
function shown(value: unknown): Answered {
  if (value === null || value === undefined) return '';
  return isError(value) ? { error: value.code } : (value as Value);
}
