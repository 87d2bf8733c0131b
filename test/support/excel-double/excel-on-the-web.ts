import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { BrowserContext, Frame, Page, Route } from 'playwright-core';
import type { Invocation } from './custom-functions.ts';
import type { ExcelDouble } from './excel-double.ts';
import type { RequestBody } from './rich-api.ts';

/** A message between the add-in's page and Excel on the web. */
type Message = {
  readonly _messageType: 0 | 1;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _actionType?: 0 | 1 | 2;
  readonly _data: unknown;
};

export type ExcelOnTheWebOptions = {
  /** The folder of the built add-in, and the address it was built for. */
  readonly folder: string;
  readonly url: string;
  /** Requirement sets that this Excel has, by name. */
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** The language of its windows, such as en-US. */
  readonly language?: string;
};

/** Excel on the web with one add-in open. */
export type ExcelOnTheWeb = {
  readonly page: Page;
  /** The page of the add-in. */
  readonly addIn: Frame;
  /** What the double could not do: a fault of the double, not of the add-in. */
  readonly failures: readonly Error[];
  /** Presses a button of the ribbon; done when the add-in says that it is. */
  press(functionName: string): Promise<void>;
};

const usualRequirementSets = {
  ExcelApi: '1.17',
  CustomFunctionsRuntime: '1.4',
  CustomFunctions: '1.7',
  SharedRuntime: '1.2',
  DialogApi: '1.2',
  AddinCommands: '1.1',
};

const officeFolder = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));
const officeHost = 'https://appsforoffice.microsoft.com/lib/1/hosted/';
const actionType = { invoke: 0, registerEvent: 1, unregisterEvent: 2 } as const;
/** What the client library asks its host for, by number. */
const dispatch = { richApiRequest: 93, commandCompleted: 94 } as const;
/** What the double sends, or may be asked to send without ever doing so. */
const knownEvents = ['richApiMessage', 'appCommandInvoked', 'dialogNotificationShown'];
/** What Excel says where it does not know why it failed. */
const internalError = 5001;
/** Marks a message as one of custom functions, and it as a call. */
const [customFunctions, callOfFunction] = [1, 1000];
/** The add-in is one app with its functions: a shared runtime. */
const sharedRuntimeWithFunctions = 3;

/** The page that stands for Excel: it holds the add-in in a frame, whose name says what host this is. */
const hostPage = (url: string, language: string): string => `<!doctype html><title>Excel</title><script>
const frame = document.createElement('iframe');
frame.name = JSON.stringify({
  baseFrameName: 'addin',
  hostInfo: 'Excel$Web$16.01$${language}$correlation$$$${sharedRuntimeWithFunctions}',
  xdmInfo: 'conversation|add-in|' + location.origin,
  serializerVersion: '1',
  flights: '[]',
});
frame.style = 'width: 350px; height: 100vh; border: 0';
const post = (text) => frame.contentWindow.postMessage(text, location.origin);
addEventListener('message', async ({ source, data }) => {
  if (source !== frame.contentWindow) return;
  if (data.includes('SetInvocationArrayResults')) globalThis.answeredAt = performance.now();
  const reply = await askExcel(data);
  if (reply) post(reply);
});
globalThis.sendToAddIn = (text) => {
  globalThis.sentAt = performance.now();
  post(text);
};
document.documentElement.append(frame);
frame.src = ${JSON.stringify(`${url}/taskpane.html`)};
</script>`;

/**
 * Opens the built add-in in a browser as if in Excel on the web: Microsoft's office.js unmodified, its own
 * custom-functions runtime, the add-in's own page; behind them the double. Nothing leaves the machine.
 */
export async function openExcelOnTheWeb(
  context: BrowserContext,
  double: ExcelDouble,
  { folder, url, requirementSets = usualRequirementSets, language = 'en-US' }: ExcelOnTheWebOptions,
): Promise<ExcelOnTheWeb> {
  await context.route('**/*', (route) => {
    const address = route
      .request()
      .url()
      .replace(/[?#].*$/, '');
    if (address === `${url}/excel.html`)
      return route.fulfill({ contentType: 'text/html', body: hostPage(url, language) });
    if (address.startsWith(`${url}/`)) return file(route, join(folder, address.slice(url.length + 1)));
    if (address.startsWith(officeHost)) return file(route, join(officeFolder, address.slice(officeHost.length)));
    return route.abort();
  });
  const page = await context.newPage();
  const events = new Map<string, Message>();
  const completed: (() => void)[] = [];
  const failures: Error[] = [];

  const toAddIn = (message: object) =>
    page.evaluate(
      (text) => (globalThis as unknown as { sendToAddIn(text: string): void }).sendToAddIn(text),
      JSON.stringify(message),
    );
  const event = (name: string, data: unknown) => toAddIn({ ...replyTo(events.get(name)!, data), _responseType: 1 });

  await page.exposeFunction('askExcel', (text: string): string | undefined => {
    const message = JSON.parse(text) as Message;
    try {
      const data = answerTo(message);
      return data === undefined ? undefined : JSON.stringify(replyTo(message, data));
    } catch (error) {
      // Without a reply the add-in would wait for ever.
      failures.push(error as Error);
      return JSON.stringify(replyTo(message, { Version: 1, Error: internalError }));
    }
  });

  function answerTo(message: Message): unknown {
    if (message._actionName === 'ContextActivationManager_getAppContextAsync')
      return appContext(url, requirementSets, language);
    // What it tells Excel of focus and telemetry needs no answer.
    if (message._actionName === 'ContextActivationManager_notifyHost') return undefined;
    if (message._actionType === actionType.registerEvent) {
      if (!knownEvents.includes(message._actionName))
        throw new Error(`The double of Excel on the web never sends the event ${message._actionName}.`);
      events.set(message._actionName, message);
    }
    if (message._actionType === actionType.unregisterEvent) events.delete(message._actionName);
    if (message._actionType !== actionType.invoke) return { Version: 1, Error: 0 };
    const { ArrayData, DdaMethod } = message._data as { ArrayData?: unknown[]; DdaMethod?: { DispatchId: number } };
    if (DdaMethod?.DispatchId === dispatch.commandCompleted) {
      completed.shift()?.();
      return { Version: 1, Error: 0 };
    }
    if (DdaMethod?.DispatchId === dispatch.richApiRequest) {
      const body = double.answer(JSON.parse(String(ArrayData?.[4])) as RequestBody);
      return { Version: 1, Error: 0, Data: [200, [], JSON.stringify(body)] };
    }
    throw new Error(
      `The double of Excel on the web does not know ${message._actionName} ${DdaMethod?.DispatchId ?? ''}.`,
    );
  }

  double.sendCalls = (calls: readonly Invocation[]) =>
    void event('richApiMessage', {
      ArrayData: calls.map((call) => [customFunctions, callOfFunction, '', JSON.stringify(call)]),
    });

  double.events.send = (messages) =>
    void event('richApiMessage', { ArrayData: messages }).catch((error: Error) => failures.push(error));

  await page.goto(`${url}/excel.html`);
  const addIn = page.frame({ url: `${url}/taskpane.html` })!;
  await addIn.waitForFunction(() => Office.context?.document !== undefined);
  await addIn.evaluate(() => Office.onReady());
  return {
    page,
    addIn,
    failures,
    press(functionName) {
      const done = new Promise<void>((resolve) => completed.push(resolve));
      const source = JSON.stringify({ source: { id: functionName } });
      return event('appCommandInvoked', { 0: functionName, 1: functionName, 2: source }).then(() => done);
    },
  };
}

const file = (route: Route, path: string): Promise<void> =>
  existsSync(path) ? route.fulfill({ path }) : route.fulfill({ status: 404 });

const replyTo = (message: Message, data: unknown): object => ({
  _messageType: 1,
  _actionName: message._actionName,
  _conversationId: message._conversationId,
  _correlationId: message._correlationId,
  _errorCode: 0,
  _responseType: 0,
  _data: data,
  _serializerVersion: 1,
});

/** What the add-in is told of the Excel that it is in. */
const appContext = (url: string, requirementSets: Readonly<Record<string, string>>, language: string): object => ({
  _id: 'add-in',
  _appInstanceId: 'instance',
  _appName: 16,
  _appVersion: '16.01',
  _hostFullVersion: '16.0.1.0',
  _appUILocale: language,
  _dataLocale: language,
  _docUrl: `${url}/workbook.xlsx`,
  _clientMode: 0,
  _settings: {},
  _reason: 0,
  _osfControlType: 1,
  _eToken: '',
  _correlationId: 'correlation',
  _requirementMatrix: JSON.stringify(requirementSets),
});
