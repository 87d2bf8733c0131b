import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { pages } from './pages.js';

/** Builds the preview in the browser into a folder: a bundle of its own, which the add-in never loads. */
export async function buildWorkbench(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await build({
    entryPoints: ['src/workbench/workbench.ts', 'src/workbench/page.css'],
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    legalComments: 'linked',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  await copyFile('src/workbench/workbench.html', `${folder}/index.html`);
  const made = Object.entries(await pages('.')).filter(([name]) => name.endsWith('.html'));
  for (const [name, text] of made) await writeFile(`${folder}/${name}`, text);
  await copyFile('assets/icon-32.png', `${folder}/icon-32.png`);
}
