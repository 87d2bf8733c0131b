import { randomBytes } from 'node:crypto';
import type * as Files from 'node:fs/promises';
import { access, constants, lstat, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';

/** A workbook that could not be saved; the message says why in one sentence. */
export class SaveError extends Error {
  override readonly name = 'SaveError';
}

/** What saving asks of a disk. */
export type Disk = Pick<typeof Files, 'access' | 'lstat' | 'realpath' | 'rename' | 'rm' | 'writeFile'>;

/**
 * Saves a workbook's bytes: to a temporary file beside the target, which is then renamed. A link stays, and the file
 * that it leads to is replaced. On any failure the target is as it was and nothing else is left.
 *
 * @throws SaveError in one sentence: folder missing, not writable, a folder or a device in the way, a link that leads
 * nowhere, file open elsewhere.
 */
export async function saveWorkbook(
  path: string,
  bytes: Uint8Array,
  disk: Disk = { access, lstat, realpath, rename, rm, writeFile },
): Promise<void> {
  const target = await targetOf(path, disk);
  const folder = dirname(target);
  const temporary = join(folder, `.${basename(target)}.${randomBytes(4).toString('hex')}.tmp`);
  try {
    await disk.writeFile(temporary, bytes, { flag: 'wx' });
    await disk.rename(temporary, target);
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    throw new SaveError(sentence(path, folder, error as NodeJS.ErrnoException), { cause: error });
  }
}

/** The file to write, behind any links: a new one, or an ordinary file that may be replaced. */
async function targetOf(path: string, disk: Disk): Promise<string> {
  if (path.trim() === '') throw new SaveError('The file has no name: give one such as model.xlsx.');
  const named = resolve(path);
  const isLink = await disk.lstat(named).then((found) => found.isSymbolicLink(), no);
  const target = isLink ? await disk.realpath(named).catch(refuseLink(path)) : named;
  const found = await disk.lstat(target).catch(() => undefined);
  if (!found) return target;
  if (found.isDirectory()) throw new SaveError(`"${path}" is a folder; give the name of a file in it.`);
  if (!found.isFile())
    throw new SaveError(`"${path}" is a device, pipe or socket and no ordinary file; choose another name.`);
  if (!(await disk.access(target, constants.W_OK).then(yes, no))) throw new SaveError(openElsewhere(path));
  return target;
}

const refuseLink =
  (path: string) =>
  (error: NodeJS.ErrnoException): never => {
    const what = error.code === 'ELOOP' ? 'that leads in a circle' : 'to a file that is not there';
    throw new SaveError(`"${path}" is a link ${what}; remove it or choose another name.`, { cause: error });
  };

const yes = (): boolean => true;
const no = (): boolean => false;

function sentence(path: string, folder: string, { code, syscall, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'ENOENT':
      return `There is no folder "${folder}"; make it first or choose another.`;
    case 'ENOTDIR':
      return `"${folder}" is not a folder; choose another place for "${basename(path)}".`;
    case 'EBUSY':
    case 'ETXTBSY':
      return openElsewhere(path);
    case 'EPERM':
    case 'EACCES':
      if (syscall === 'rename') return openElsewhere(path);
      return `"${folder}" cannot be written to; choose another folder or ask for the right to write there.`;
    case 'EROFS':
      return `"${folder}" is read-only; choose another folder.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no space left to save "${path}".`;
    case 'ENAMETOOLONG':
      return `The name "${basename(path).slice(0, 40)}..." is too long for a file.`;
    default:
      return `"${path}" could not be saved: ${message}.`;
  }
}

const openElsewhere = (path: string): string =>
  `"${path}" is open in another program or protected; close it there and try again, or choose another name.`;
