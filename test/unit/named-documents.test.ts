import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readManifest, savedQuestions } from '../../src/cli/startup/named-documents.ts';
import { readExamples } from '../../web/examples.ts';
import { schema } from '../support/query.ts';

const folder = mkdtempSync(join(tmpdir(), 'chancery-documents-'));
afterAll(() => rmSync(folder, { recursive: true }));

function read(content: unknown) {
  const path = join(folder, 'documents.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return readManifest(path, schema);
}

const query = '{ meetings { totalCount } }';

describe('the file of documents', () => {
  test('has texts by their names, or is what Apollo writes', () => {
    expect([...read({ count: query })]).toEqual([['count', { query }]]);
    const operations = [{ id: 'a1b2', name: 'Count', type: 'query', body: query }];
    const apollo = { format: 'apollo-persisted-query-manifest', version: 1, operations };
    expect([...read(apollo)]).toEqual([['a1b2', { query }]]);
  });

  test.each([
    ['{', /cannot be read as JSON/],
    [[query], /is no manifest: expected \{"NAME": "query \.\.\."\}/],
    [{ a: '{ meting { key } }', b: '{' }, /a: Cannot query field "meting".*\nb: Syntax Error/],
  ])('%j is refused with what was expected', (content, message) => {
    expect(() => read(content)).toThrow(message);
  });

  test('that is not there is named', () => {
    expect(() => readManifest(join(folder, 'nothing.json'), schema)).toThrow(/nothing\.json.*cannot be read/);
  });
});

test('the example queries can be asked for by the names in their links, with their variables', () => {
  const saved = new Map(savedQuestions(readExamples()));
  expect(saved.get('who-chairs')!.query).toContain('chairs');
  expect([...saved.values()].some(({ variables }) => variables !== undefined)).toBe(true);
});
