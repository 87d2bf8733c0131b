import assert from 'node:assert/strict';
import * as disk from 'node:fs/promises';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SaveError, saveWorkbook, type Disk } from '../../../src/hosts/xlsx/save-workbook.ts';
import { withDirectory } from '../../support/soffice.ts';

const bytes = new Uint8Array([1, 2, 3]);
const failing = (call: keyof Disk, code: string): Disk => ({
  ...disk,
  [call]: () => Promise.reject(Object.assign(new Error(`${code}: ${call}`), { code, syscall: call })),
});

/** Saves over an older file, expects it to fail, and that the older file alone is left. */
async function refused(message: RegExp, hand: Disk): Promise<void> {
  await withDirectory(async (folder) => {
    const path = join(folder, 'model.xlsx');
    await writeFile(path, 'older');
    await assert.rejects(saveWorkbook(path, bytes, hand), (error: Error) => {
      assert.ok(error instanceof SaveError);
      assert.match(error.message, message);
      return true;
    });
    assert.deepEqual(await readdir(folder), ['model.xlsx']);
    assert.equal(await readFile(path, 'utf8'), 'older');
  });
}

describe('saving a workbook', () => {
  it('leaves the file and nothing else', async () => {
    await withDirectory(async (folder) => {
      const path = join(folder, 'model.xlsx');
      await writeFile(path, 'older');
      await saveWorkbook(path, bytes);
      assert.deepEqual(await readdir(folder), ['model.xlsx']);
      assert.deepEqual(new Uint8Array(await readFile(path)), bytes);
    });
  });

  it('says that the folder is missing', async () => {
    await withDirectory(async (folder) => {
      await assert.rejects(
        saveWorkbook(join(folder, 'none', 'model.xlsx'), bytes),
        /There is no folder ".*none"; make it/,
      );
      assert.deepEqual(await readdir(folder), []);
    });
  });

  it('says that a folder stands in the way', async () => {
    await withDirectory(async (folder) => {
      await mkdir(join(folder, 'model.xlsx'));
      await assert.rejects(saveWorkbook(join(folder, 'model.xlsx'), bytes), /model\.xlsx" is a folder; give the name/);
    });
  });

  it('says that a file stands where the folder should', async () => {
    await withDirectory(async (folder) => {
      await writeFile(join(folder, 'file'), '');
      await assert.rejects(saveWorkbook(join(folder, 'file', 'model.xlsx'), bytes), /file" is not a folder/);
    });
  });

  it('says that the folder cannot be written to', () =>
    refused(/cannot be written to/, failing('writeFile', 'EACCES')));

  it('says that the file is open elsewhere, as Windows reports it', async () => {
    await refused(/is open in another program or protected/, failing('rename', 'EBUSY'));
    await refused(/is open in another program or protected/, failing('rename', 'EPERM'));
  });

  it('does not write over a protected file', () => refused(/protected/, failing('access', 'EACCES')));

  it('says that the disk is full', () => refused(/no space left/, failing('writeFile', 'ENOSPC')));

  it('says what else went wrong', () => refused(/could not be saved: EIO/, failing('writeFile', 'EIO')));
});
