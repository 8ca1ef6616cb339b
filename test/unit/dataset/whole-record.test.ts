import { expect, test } from '@jest/globals';
import { readDataSet } from '../../../src/dataset/file/read.ts';
import { scratch } from '../../support/files.ts';

test('a whole record that was taken for a data set is told by its first line, and where it goes', async () => {
  using files = scratch();
  const file = files.file(
    'all.jsonl',
    '{"format":3,"record":"chancery"}\n{"holds":{},"key":"mine","record":"dataSet"}\n',
  );
  const { problems } = await readDataSet(file);
  expect(problems.map(({ message }) => message)).toEqual([expect.stringMatching(/whole record.*import-all/)]);
});
