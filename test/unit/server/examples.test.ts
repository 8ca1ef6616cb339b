import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, Kind, parse, validate } from 'graphql';
import { parseExample, readExamples } from '../../../web/examples.ts';
import { findExamples } from '../../../web/playground/find-examples.ts';
import { deepLink, linkTo, linkToExample } from '../../../web/playground/links.ts';
import { WELCOME } from '../../../web/playground/welcome.ts';

const root = join(import.meta.dirname, '../../..');
const schema = buildSchema(
  readdirSync(join(root, 'schema'))
    .map((file) => readFileSync(join(root, 'schema', file), 'utf8'))
    .join('\n'),
);
const examples = readExamples();

describe('a saved query', () => {
  test('begins with its title, its lesson and, where it takes any, its variables', () => {
    const text = '# Who?\n# One thing,\n# then another.\n# variables: { "first": 2 }\nquery Who { name }\n';
    expect(parseExample('who', text)).toEqual({
      name: 'who',
      title: 'Who?',
      lesson: 'One thing, then another.',
      variables: '{ "first": 2 }',
      query: text,
    });
  });

  test('without a title is refused', () => {
    expect(() => parseExample('who', 'query Who { name }')).toThrow('The saved query who begins with no comment line');
  });
});

test('there are enough saved queries to teach the model, each with a name and an operation name of its own', () => {
  expect(examples.length).toBeGreaterThanOrEqual(12);
  const operations = examples.map(({ query }) => {
    const [operation] = parse(query).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION ? operation.name?.value : undefined;
  });
  expect(new Set(operations).size).toBe(examples.length);
  expect(operations).not.toContain(undefined);
});

test.each([{ name: 'welcome', query: WELCOME, variables: '', title: 'Welcome', lesson: '-' }, ...examples])(
  '$name is valid, has a lesson, and its variables are JSON',
  ({ query, variables, lesson }) => {
    expect(validate(schema, parse(query))).toEqual([]);
    expect(lesson).not.toBe('');
    expect(() => JSON.parse(variables || '{}') as unknown).not.toThrow();
  },
);

describe('the list of examples', () => {
  test('stands in groups, each with a title in words and more than one example, but for the first', () => {
    const groups = findExamples(examples, '');
    expect(groups.flatMap((group) => group.examples)).toEqual(examples);
    for (const { title } of groups) expect(title).toMatch(/^[A-Z][a-z]+( [a-z]+)+$|^[A-Z][a-z]+$/);
    for (const { examples: each } of groups.slice(1)) expect(each.length).toBeGreaterThan(1);
  });

  test('is searched by all words, in titles, lessons and queries, whatever the case and the marks of letters', () => {
    const named = (text: string) =>
      findExamples(examples, text).flatMap((group) => group.examples.map(({ name }) => name));
    expect(named('METWITH umerov')).toEqual(['whom-did-he-meet']);
    expect(named('ânonymous  onlyanonymous')).toEqual(['on-anonymous-word']);
    expect(named('recording dryrun').length).toBeGreaterThan(2);
    expect(named('metwith nothing-like-it')).toEqual([]);
  });
});

describe('links', () => {
  const [first] = examples;
  if (!first) throw new Error('There is no saved query.');

  test('to a saved query runs it', () => {
    const link = new URL(linkToExample(first), 'http://localhost');
    expect(deepLink(link.search, examples)).toEqual({ query: first.query, variables: first.variables, run: true });
  });

  test('to any query opens it, whatever is in it, but leaves running it to the reader', () => {
    const query = 'query Q($t: String!) { search(text: $t) { totalCount } } # & ? + 澤';
    const link = new URL(linkTo(query, '{ "t": "澤倫斯基" }'), 'http://localhost');
    expect(deepLink(link.search, examples)).toEqual({ query, variables: '{ "t": "澤倫斯基" }', run: false });
  });

  test('to no example says so, with the nearest', () => {
    expect(deepLink(`?example=${first.name}s`, examples)).toMatchObject({
      unknownExample: `${first.name}s`,
      nearest: [first, expect.anything(), expect.anything()],
    });
  });

  test('to nothing opens the page as it is', () => {
    expect(deepLink('', examples)).toBeNull();
  });
});
