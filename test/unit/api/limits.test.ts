import { describe, expect, test } from '@jest/globals';
import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { limitsRule, MAX_ALIASES, MAX_DEPTH, MAX_FIELDS, MAX_TOKENS } from '../../../src/api/limits.ts';
import { readExamples } from '../../../web/examples.ts';

const schema = buildSchema('type Query { name: String, inner: Query }');

/** The rule's messages for a document. */
function problemsOf(document: string): string[] {
  return validate(schema, parse(document), [limitsRule]).map(({ message }) => message);
}

const nested = (levels: number): string => (levels === 1 ? '{ name }' : `{ inner ${nested(levels - 1)} }`);

describe('depth', () => {
  test('up to the limit is accepted, one more is refused with advice', () => {
    expect(problemsOf(nested(MAX_DEPTH))).toEqual([]);
    expect(problemsOf(nested(MAX_DEPTH + 1))).toEqual([
      expect.stringMatching(/21 levels deep; at most 20.*second operation/),
    ]);
  });

  test('counts through fragments', () => {
    const document = `{ inner { ...Deep } } fragment Deep on Query ${nested(MAX_DEPTH)}`;
    expect(problemsOf(document)).toEqual([expect.stringContaining('21 levels deep')]);
  });
});

describe('width', () => {
  const aliases = (count: number) => Array.from({ length: count }, (_, i) => `a${i}: name`).join(' ');

  test('aliases', () => {
    expect(problemsOf(`{ ${aliases(MAX_ALIASES)} }`)).toEqual([]);
    expect(problemsOf(`{ ${aliases(MAX_ALIASES + 1)} }`)).toEqual([expect.stringContaining('101 aliases')]);
  });

  test('fields count as often as their fragments are used', () => {
    const doubling = Array.from({ length: 12 }, (_, i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`);
    const document = `{ ...F0 } ${doubling.join(' ')} fragment F12 on Query { name }`;
    expect(2 ** 12).toBeGreaterThan(MAX_FIELDS);
    expect(problemsOf(document)).toEqual([expect.stringContaining('4096 fields')]);
  });
});

test('a fragment cycle terminates', () => {
  expect(problemsOf('{ ...A } fragment A on Query { inner { ...B } } fragment B on Query { inner { ...A } }')).toEqual(
    [],
  );
});

test('the limits apply to each operation of a document', () => {
  const half = Array.from({ length: MAX_ALIASES }, (_, i) => `a${i}: name`).join(' ');
  expect(problemsOf(`query A { ${half} } query B { ${half} }`)).toEqual([]);
});

test('introspection and every example are well within the limits', () => {
  const documents = [getIntrospectionQuery(), ...readExamples().map(({ query }) => query)];
  for (const document of documents) {
    expect(problemsOf(document)).toEqual([]);
    expect(() => parse(document, { maxTokens: MAX_TOKENS / 10 })).not.toThrow();
  }
});

describe('what takes long to validate', () => {
  test('the same names again and again', () => {
    const many = (count: number) => `{ ${'inner { name } '.repeat(count)} }`;
    expect(problemsOf(many(100))).toEqual([]);
    expect(problemsOf(many(200))).toEqual([expect.stringContaining('more than 20000 steps')]);
  });

  test('the same names on many levels, where each is compared with those below the others', () => {
    const twice = (levels: number): string =>
      levels === 0 ? '{ name }' : `{ inner ${twice(levels - 1)} inner ${twice(levels - 1)} }`;
    expect(problemsOf(twice(5))).toEqual([]);
    expect(problemsOf(twice(9))).toEqual([expect.stringContaining('more than 20000 steps')]);
  });

  test('fragments that nothing uses count too', () => {
    expect(problemsOf(`{ name } fragment F on Query { ${'inner { name } '.repeat(200)} }`)).toEqual([
      expect.stringContaining('more than 20000 steps'),
    ]);
  });

  test('the same names in different places do not count', () => {
    const rows = Array.from({ length: MAX_ALIASES }, (_, i) => `a${i}: inner { inner { name } name }`);
    expect(problemsOf(`{ ${rows.join(' ')} }`)).toEqual([]);
  });
});

describe('nesting', () => {
  test.each([
    ['fragments without names', `{ ${'... { '.repeat(150)} name ${'}'.repeat(150)} }`],
    ['lists', `{ name(of: ${'['.repeat(250)}${']'.repeat(250)}) }`],
    ['types', `query ($a: ${'['.repeat(250)}Int${']'.repeat(250)}) { name }`],
  ])('of %s is refused once', (_, document) => {
    expect(problemsOf(document)).toEqual([expect.stringContaining('nested more than 200 levels deep')]);
  });
});

test('a name as long as a book is refused', () => {
  expect(problemsOf(`{ ${'a'.repeat(201)}: name }`)).toEqual([
    expect.stringContaining('A name here has 201 characters'),
  ]);
  expect(problemsOf(`{ ${'a'.repeat(200)}: name }`)).toEqual([]);
});
