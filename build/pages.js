import { build } from 'esbuild';

/** The files made from the functions, by name, for an add-in that stands at an address. */
export async function pages(url) {
  const { outputFiles } = await build({
    entryPoints: ['src/functions/pages.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const made = await import(`data:text/javascript;base64,${code}`);
  return made.pages(url);
}
