import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ProblemCode } from '../../../src/domain/vocabulary.generated.ts';
import { type ErrorCodeEntry, errorCodes } from '../../../src/domain/error-codes.ts';

const sources = globSync('src/**/*.ts')
  .filter((file) => !/error-codes\.ts$|\.generated\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

/** Where a code is thrown, returned or sent: the first argument of an error's constructor or helper, or a property `code`. */
const USES = /(?:\b(?:ClientError|clientError|errorBody|super)\(\s*|\bcode: )'([A-Z][A-Z0-9_]+)'/g;

describe('error codes', () => {
  test('in src are all of the table, or codes of problems', () => {
    const unknown = sources.flatMap(({ file, text }) =>
      [...text.matchAll(USES)]
        .map(([, code]) => code!)
        .filter((code) => !Object.hasOwn(errorCodes, code) && !Object.hasOwn(ProblemCode, code))
        .map((code) => `${code} in ${file}`),
    );
    expect(unknown).toEqual([]);
  });

  test('of the table are all used', () => {
    const all = sources.map(({ text }) => text).join('\n');
    expect(Object.keys(errorCodes).filter((code) => !all.includes(`'${code}'`))).toEqual([]);
  });

  test('are each explained in sentences', () => {
    for (const { docs } of Object.values(errorCodes)) expect(docs).toMatch(/^[A-Z`].*\.$/);
  });

  test('that clients are sent another code for have its status', () => {
    const entries: ErrorCodeEntry[] = Object.values(errorCodes);
    for (const { sentAs, status } of entries) if (sentAs) expect(status).toBe(errorCodes[sentAs].status);
  });
});
