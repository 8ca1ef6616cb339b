import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type ExecutionResult, getIntrospectionQuery, parse } from 'graphql';
import { createDocumentValidator } from '../../../src/api/validate-document.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { questions } from '../../../bench/questions/index.ts';
import { readExamples } from '../../../web/examples.ts';
import { fakeDatabase, schema } from '../../support/query.ts';
import { queries } from '../../support/queries.ts';

const validator = createDocumentValidator(schema);
const refusals = (text: string) => validator(parse(text)).map(({ extensions: { code }, message }) => [code, message]);

describe('a document', () => {
  test('is refused by its limits before anything else is looked at', () => {
    expect(refusals(`{ unknown ${'meeting(ref: "a:b") { key } '.repeat(400)} }`)).toEqual([
      ['GRAPHQL_VALIDATION_FAILED', expect.stringContaining('more than 20000 steps')],
    ]);
  });

  test('that is not valid is told all that is wrong with it, each with its code', () => {
    const refs = Array.from({ length: 101 }, () => '"a:b"').join(' ');
    expect(refusals(`{ entities(refs: [${refs}]) { totalCount } metting }`)).toEqual([
      ['BAD_USER_INPUT', expect.stringContaining('has 101 items')],
      ['GRAPHQL_VALIDATION_FAILED', expect.stringContaining('Did you mean "meeting"')],
    ]);
  });

  test('that makes one mistake many times is told it once, with some of its places', () => {
    const errors = validator(parse(`{ __typename ${'@no'.repeat(50)} countries @no { totalCount } metting }`));
    expect(errors.map(({ message, locations }) => [message, locations?.length])).toEqual([
      ['Unknown directive "@no".', 10],
      [expect.stringContaining('Cannot query field "metting"'), 1],
    ]);
  });

  test('is validated once', () => {
    const document = parse('{ metting }');
    expect(validator(document)).toBe(validator(document));
  });
});

/** What is asked today, by people, dashboards and tools. */
const USES: [string, string, string][] = [
  ...readExamples().map(({ title, query, variables }): [string, string, string] => [title, query, variables]),
  ...queries.map((query): [string, string, string] => [query.slice(0, 60), query, '']),
  ...readdirSync('test/golden')
    .filter((name) => name.endsWith('.graphql'))
    .map((name): [string, string, string] => [name, readFileSync(`test/golden/${name}`, 'utf8'), '']),
  ...questions.map(({ name, chancery }): [string, string, string] => [name, chancery, '']),
  ['introspection', getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true, oneOf: true }), ''],
];

test.each(USES)('%s is within all limits', async (_, query, variables) => {
  const document = parse(query);
  expect(validator(document)).toEqual([]);
  const engine = createEngine({ schema, database: fakeDatabase(() => []) });
  const { errors = [] } = await engine
    .execute({ document, variables: JSON.parse(variables || '{}') as Record<string, unknown> })
    .catch((): ExecutionResult => ({})); // Nothing is in this graph.
  expect(errors.filter(({ extensions }) => extensions.code === 'TOO_COSTLY')).toEqual([]);
});
