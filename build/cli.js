import { chmod } from 'node:fs/promises';
import { build } from 'esbuild';

/** Bundles the command line into one file, so that it starts at once. */
const outfile = 'dist/cli/st-model.js';
await build({
  entryPoints: ['src/cli/st-model.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  minify: true,
  keepNames: true,
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
await chmod(outfile, 0o755);
