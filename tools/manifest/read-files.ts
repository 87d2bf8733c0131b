import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The content of a file, or nothing where there is none. */
export type ReadFile = (path: string) => Buffer | undefined;

export type Picture = 'not a PNG' | { readonly width: number; readonly height: number };

/** The files that the addresses of a manifest lead to. */
export type ManifestFiles = {
  state(path: string): 'there' | 'missing' | 'empty';
  /** How large a picture is; nothing where the file is missing or empty. */
  picture(path: string): Picture | undefined;
};

export const readFrom =
  (folder: string): ReadFile =>
  (path) => {
    const file = join(folder, path);
    return statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file) : undefined;
  };

/** The files of a folder; of those outside a part of it nothing is known, so they count as there. */
export const filesOf = (read: ReadFile, part = ''): ManifestFiles => ({
  state(path) {
    if (!path.startsWith(part)) return 'there';
    const bytes = read(path);
    return bytes === undefined ? 'missing' : bytes.length === 0 ? 'empty' : 'there';
  },
  picture(path) {
    const bytes = read(path);
    return bytes?.length ? readPicture(bytes) : undefined;
  },
});

const signature = Buffer.from('89504e470d0a1a0a', 'hex');

/** The size of a PNG stands in the chunk that follows its signature; the chunk IEND closes it. */
function readPicture(bytes: Buffer): Picture {
  const isWhole = bytes.length > 24 && bytes.subarray(-8, -4).toString('latin1') === 'IEND';
  return isWhole && bytes.subarray(0, 8).equals(signature)
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : 'not a PNG';
}
