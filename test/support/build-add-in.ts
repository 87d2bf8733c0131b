import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import webpack from 'webpack';
import configure from '../../webpack.config.js';

/** Where the add-in of the tests stands; nothing is there, the browser's requests are answered from the folder. */
export const addInUrl = 'https://addin.example/st';

let built: Promise<string> | undefined;

/** The add-in as npm run build makes it, in a folder of its own; built once, removed at the end. */
export function buildAddIn(): Promise<string> {
  return (built ??= new Promise((resolve, reject) => {
    const folder = mkdtempSync(join(tmpdir(), 'st-model-add-in-'));
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
    const configs = configure({ url: addInUrl }, { mode: 'production' }).map((config) => ({
      ...config,
      output: { ...config.output, path: folder },
    }));
    webpack(configs as webpack.Configuration[], (error, stats) => {
      if (error || !stats || stats.hasErrors())
        reject(error ?? new Error(stats?.toString({ all: false, errors: true })));
      else resolve(folder);
    });
  }));
}
