import { parseArgs } from 'node:util';
import { buildWorkbench } from '../build/workbench.js';
import { isBuilt } from './workbench/is-built.ts';
import { openInBrowser } from './workbench/open-in-browser.ts';
import { serveFolder } from './workbench/serve-folder.ts';

const folder = 'dist/workbench';
const usualPort = 3100;

const usage = 'npm start -- [--port 3100] [--no-open] [--build]';

async function start(): Promise<void> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, 'no-open': { type: 'boolean' }, build: { type: 'boolean' } },
  });
  const port = Number(values.port ?? usualPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`The port is a number from 0 to 65535, not "${values.port}": ${usage}`);
  if (values.build || !(await isBuilt(folder))) {
    console.log('Building the preview...');
    await buildWorkbench(folder);
  }
  const { url } = await serveFolder(folder, port);
  console.log(`The preview is at ${url} (this machine only; Ctrl+C ends it).`);
  console.log('In Excel itself: npm run start:desktop, or npm run start:web -- --document "https://..."');
  if (!values['no-open']) openInBrowser(url);
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
});
