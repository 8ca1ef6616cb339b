import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readDataSet } from '../../../src/dataset/file/read.ts';
import { MAX_BYTES } from '../../../src/dataset/file/decode-text.ts';
import { scratch } from '../../support/files.ts';

const { folder, file, [Symbol.dispose]: remove } = scratch();
afterAll(remove);

/** What is said of a file that cannot be read as a data set. */
async function complaintAbout(path: string): Promise<string> {
  const { problems, value } = await readDataSet(path);
  expect(value).toBeUndefined();
  expect(problems).toHaveLength(1);
  return problems[0]!.message;
}

describe('a file that is not a data set says why', () => {
  test('a missing file, with the nearest name beside it', async () => {
    file('article.yaml', 'dataSet:');
    const { problems } = await readDataSet(join(folder, 'artikle.yaml'));
    expect(problems).toMatchObject([
      { message: `there is no such file; did you mean ${join(folder, 'article.yaml')}?`, position: null },
    ]);
  });

  test('a folder, with the files in it', async () => {
    mkdirSync(join(folder, 'sets'));
    file('sets/b.json', '{}');
    file('sets/a.yaml', '');
    file('sets/notes.txt', '');
    expect(await complaintAbout(join(folder, 'sets'))).toBe(
      'is a folder, not a file; name the files in it: a.yaml, b.json',
    );
  });

  test.each([
    ['nothing at all', ''],
    ['comments only', '# to be written\n\n'],
    ['a document mark only', '---\n'],
  ])('%s', async (_, content) => {
    expect(await complaintAbout(file('empty.yaml', content))).toBe(
      'is empty; a data set begins with dataSet: and blocks:',
    );
  });

  test('UTF-16', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('dataSet:\n', 'utf16le')]);
    expect(await complaintAbout(file('wide.yaml', bytes))).toMatch(/^is in UTF-16; save it as UTF-8/);
  });

  test('another encoding, with the line of the first invalid byte', async () => {
    const bytes = Buffer.concat([
      Buffer.from('dataSet:\n  key: a\n  title: Minist'),
      Buffer.from([0xe8]),
      Buffer.from('re\n'),
    ]);
    expect(await complaintAbout(file('latin.yaml', bytes))).toBe(
      'is not in UTF-8: the first invalid byte is in line 3; save it with encoding UTF-8',
    );
  });

  test('a picture', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    expect(await complaintAbout(file('photo.yaml', png))).toMatch(/^is not a text file: it contains zero bytes/);
  });

  test('a huge file, without reading it', async () => {
    expect(await complaintAbout(file('huge.yaml', Buffer.alloc(MAX_BYTES + 1, 0x20)))).toBe(
      'is too large: 21 MB, the limit is 20 MB; split it',
    );
  });

  (process.getuid?.() === 0 ? test.skip : test)('a file that may not be read', async () => {
    const path = file('secret.yaml', 'dataSet:');
    chmodSync(path, 0o000);
    expect(await complaintAbout(path)).toBe('is not readable for you; change its permissions');
  });
});

test('a byte order mark and Windows line ends change neither the text nor its lines', async () => {
  const { value, problemAt } = await readDataSet(file('windows.yaml', '\uFEFFdataSet:\r\n  key: a\r\n  title: b\r\n'));
  expect(value).toEqual({ dataSet: { key: 'a', title: 'b' } });
  expect(problemAt(['dataSet', 'title'], 'value', '')).toMatchObject({
    position: { line: 3, column: 10 },
    excerpt: '  title: b',
  });
});
