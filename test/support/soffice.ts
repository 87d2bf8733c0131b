import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where LibreOffice keeps its settings; recalculation is 0 always, 1 never, 2 ask. */
const settings = (recalculation: number) => `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>${recalculation}</value></prop></item>
</oor:items>
`;

/** Runs something with a directory of its own, which is removed afterwards. */
export async function withDirectory<T>(use: (directory: string) => Promise<T>): Promise<T> {
  const directory = await mkdtemp(join(tmpdir(), 'st-model-'));
  try {
    return await use(directory);
  } finally {
    await rm(directory, { recursive: true, force: true, maxRetries: 5 });
  }
}

export type ConvertOptions = {
  /** False leaves cached values alone, as LibreOffice does by itself: only to show what that would miss. */
  readonly recalculate?: boolean;
  readonly timeoutSeconds?: number;
};

/** Converts files with LibreOffice in one start, with settings of its own. */
export async function convert(
  files: readonly string[],
  to: string,
  outDirectory: string,
  { recalculate = true, timeoutSeconds = 120 }: ConvertOptions = {},
): Promise<void> {
  await withDirectory(async (profile) => {
    await mkdir(join(profile, 'user'));
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings(recalculate ? 0 : 1));
    const quiet = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard'];
    const own = `-env:UserInstallation=${pathToFileURL(profile).href}`;
    await run('soffice', [...quiet, own, '--convert-to', to, '--outdir', outDirectory, ...files], timeoutSeconds);
  });
}

const packages: Readonly<Record<string, string>> = { soffice: 'libreoffice-calc', pdftoppm: 'poppler-utils' };

/** Runs a program to its end. A missing program is an error that says what to install. */
export function run(program: string, argumentList: readonly string[], timeoutSeconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, argumentList, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    let output = '';
    child.stdout.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr.on('data', (data: Buffer) => (output += data.toString()));
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      reject(new Error(`${program} took longer than ${timeoutSeconds} s. ${output}`));
    }, timeoutSeconds * 1000);
    child.on('error', (error: NodeJS.ErrnoException) => {
      clearTimeout(timer);
      const hint = `${program} is not installed; it comes with the package ${packages[program] ?? program}.`;
      reject(error.code === 'ENOENT' ? new Error(hint) : error);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(output);
      else reject(new Error(`${program} ended with ${code}. ${output}`));
    });
  });
}
