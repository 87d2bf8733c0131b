import { chmod, rm } from 'node:fs/promises';
import { build } from 'esbuild';

/** Bundles the command line, so that it starts at once; what only a workbook needs is loaded with it. */
const folder = 'dist/cli';
await rm(folder, { recursive: true, force: true });
await build({
  entryPoints: ['src/cli/st-model.ts'],
  outdir: folder,
  splitting: true,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: true,
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
await chmod(`${folder}/st-model.js`, 0o755);
