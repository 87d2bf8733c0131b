import { readdir, stat } from 'node:fs/promises';

/** What the preview is made from. */
const sources = ['src', 'build/workbench.js', 'build/pages.js', 'package-lock.json'];

/** Whether a folder holds a preview that is newer than all that it is made from. */
export async function isBuilt(folder: string): Promise<boolean> {
  try {
    const built = (await stat(`${folder}/workbench.js`)).mtimeMs;
    return (await newest(sources)) <= built;
  } catch {
    return false;
  }
}

async function newest(paths: readonly string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path);
      if (!found.isDirectory()) return found.mtimeMs;
      return newest((await readdir(path)).map((name) => `${path}/${name}`));
    }),
  );
  return Math.max(0, ...times);
}
