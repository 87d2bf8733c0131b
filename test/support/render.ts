import { mkdir, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { convert, run, withDirectory } from './soffice.ts';

/**
 * Prints a workbook as LibreOffice prints it, one picture for each page.
 *
 * @returns The pictures, in the order of the pages.
 */
async function toPng(file: string, outDirectory: string, dotsPerInch = 80): Promise<string[]> {
  await mkdir(outDirectory, { recursive: true });
  const name = basename(file).replace(/\.\w+$/, '');
  return withDirectory(async (directory) => {
    await convert([resolve(file)], 'pdf', directory);
    const pages = join(outDirectory, name);
    await run('pdftoppm', ['-r', String(dotsPerInch), '-png', join(directory, `${name}.pdf`), pages], 120);
    const made = await readdir(outDirectory);
    return made
      .filter((one) => one.startsWith(`${name}-`) && one.endsWith('.png'))
      .sort()
      .map((one) => join(outDirectory, one));
  });
}

/** As a script: tsx test/support/render.ts FILE.xlsx FOLDER [dots per inch]. */
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [file, folder = '.', dots = '80'] = process.argv.slice(2);
  if (!file) throw new Error('Say which workbook: tsx test/support/render.ts FILE.xlsx FOLDER [dots per inch]');
  for (const picture of await toPng(file, folder, Number(dots))) console.log(picture);
}
