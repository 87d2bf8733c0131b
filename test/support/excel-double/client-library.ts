import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type { ExcelDouble } from './excel-double.ts';
import type { RequestBody } from './rich-api.ts';

type BridgeMessage = { readonly id: number; readonly message: { readonly body: string | RequestBody } };
type Bridge = { sendMessageToHost(text: string): void; onMessageFromHost?: (text: string) => void };

/** Microsoft's Excel client library as it ships, in this process. */
export type ClientLibrary = {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension & { readonly HostBridge: { init(bridge: Bridge): void } };
};

let library: ClientLibrary | undefined;

/**
 * Connects Microsoft's Excel client library to a double; there is one library, so the last double connected is the one
 * it talks to. Excel.run then works as in an add-in.
 *
 * @example const { Excel } = connectClientLibrary(double); await Excel.run(async (context) => { ... });
 */
export function connectClientLibrary(double: ExcelDouble): ClientLibrary {
  library ??= load();
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const { id, message } = JSON.parse(text) as BridgeMessage;
      const body = typeof message.body === 'string' ? (JSON.parse(message.body) as RequestBody) : message.body;
      const answered = JSON.stringify(double.answer(body));
      // A host answers later, never within the call.
      setImmediate(() =>
        bridge.onMessageFromHost!(
          JSON.stringify({ id, type: 2, message: { statusCode: 200, headers: {}, body: answered } }),
        ),
      );
    },
  };
  library.OfficeExtension.HostBridge.init(bridge);
  double.events.send = (entries) => bridge.onMessageFromHost!(JSON.stringify({ type: 3, message: { entries } }));
  return library;
}

/** Loads the library in a world of its own, so that no test sees a window; what it reads is of this world. */
function load(): ClientLibrary {
  const file = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-web-16.00.debug.js');
  const world: Record<string, unknown> = { console, setTimeout, clearTimeout, JSON, navigator: { userAgent: 'node' } };
  Object.assign(world, { window: world, self: world });
  vm.runInContext(readFileSync(file, 'utf8'), vm.createContext(world), { filename: file });
  return world as unknown as ClientLibrary;
}
