import { beforeAll, expect, jest, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { getIntrospectionQuery } from 'graphql';
import { testAddress } from '../support/database.ts';
import { type Answer } from '../support/http.ts';
import { seededDatabase } from '../support/seed.ts';
import { settingsFor, startProgram } from '../support/program.ts';

jest.setTimeout(10 * 60_000);
beforeAll(seededDatabase);

/** What one stranger may send to block all others, and the code with which it is refused; null where it is answered. */
type Hostile = [kind: string, code: string | null, body: string];

const times = (count: number, text: string | ((index: number) => string)): string =>
  Array.from({ length: count }, (_, index) => (typeof text === 'string' ? text : text(index))).join(' ');
const aliases = (field: string, count = 100): string => times(count, (index) => `a${index}: ${field}`);
const request = (query: string, variables?: object): string => JSON.stringify({ query, variables });

const REFS = Array.from({ length: 60_000 }, (_, index) => `meeting:m${index}`);
const LONG = 'x'.repeat(900_000);
const INTROSPECTION = getIntrospectionQuery();
const [, SCHEMA_FIELD, SCHEMA_FRAGMENTS] = /(__schema[^]*)\}\s*(fragment FullType[^]*)/.exec(INTROSPECTION)!;

/** An interface in an interface: each of its types has the fields of all of them. */
const nestedTypes = (levels: number): string =>
  levels === 0
    ? '{ id }'
    : `{ id ... on Entity { claimsAbout(first: 1) { nodes { subject ${nestedTypes(levels - 1)} } } } }`;
const doubledFragments = (count: number): string =>
  times(count, (index) => `fragment F${index} on Meeting { partOf { ...F${index + 1} } ...F${index + 1} }`);
const twice = (levels: number): string =>
  levels === 0 ? '{ key }' : `{ partOf ${twice(levels - 1)} partOf ${twice(levels - 1)} }`;

const HOSTILE: Hostile[] = [
  // Long lists.
  ['60,000 references under 100 aliases', 'BAD_USER_INPUT', request(`query ($r: [Ref!]) { ${aliases('entities(refs: $r) { totalCount }')} }`, { r: REFS })],
  ['the most references under 100 aliases', 'TOO_COSTLY', request(`query ($r: [Ref!]) { ${aliases('entities(refs: $r) { totalCount }')} }`, { r: REFS.slice(0, 100) })],
  ['references in a document', 'BAD_USER_INPUT', request(`{ entities(refs: [${times(1_000, (i) => `"a:b${i}"`)}]) { totalCount } }`)],
  ['100,000 languages', 'BAD_USER_INPUT', request('query ($l: [String!]) { country(ref: "country:GB") { name(lang: $l) } }', { l: Array.from({ length: 100_000 }, () => 'zz') })],
  ['languages for every row under aliases', 'TOO_COSTLY', request(`query ($l: [String!]) { meetings(first: 100) { nodes { ${aliases('name(lang: $l)')} } } }`, { l: Array.from({ length: 100 }, () => 'zz') })],
  ['filters with long lists', 'BAD_USER_INPUT', request('query ($f: ParticipationFilter) { participations(filter: $f) { totalCount } }', { f: { actors: REFS.slice(0, 20_000), roles: Array.from({ length: 20_000 }, () => 'CHAIR') } })],
  ['a long list as the default of a variable', 'BAD_USER_INPUT', request(`query ($r: [Ref!] = [${times(1_000, (i) => `"a:b${i}"`)}]) { entities(refs: $r) { totalCount } }`)],
  // Long texts.
  ['a search for 900 kB', 'BAD_USER_INPUT', request('query ($t: String!) { search(text: $t) { totalCount } }', { t: LONG })],
  ['a search for 900 kB in the document', 'BAD_USER_INPUT', request(`{ search(text: "${LONG}") { totalCount } }`)],
  ['the longest search under 100 aliases', 'TOO_COSTLY', request(`query ($t: String!) { ${aliases('search(text: $t, first: 1) { totalCount }')} }`, { t: `${'minister '.repeat(1_000)}` })],
  ['an id of 900 kB', 'BAD_USER_INPUT', request('query ($i: ID!) { node(id: $i) { id } }', { i: LONG })],
  ['a reference of 900 kB', 'BAD_USER_INPUT', request('query ($r: Ref!) { meeting(ref: $r) { key } }', { r: LONG })],
  ['a cursor of 900 kB', 'BAD_USER_INPUT', request('query ($c: String) { meetings(after: $c) { totalCount } }', { c: LONG })],
  ['a language tag of 900 kB', 'BAD_USER_INPUT', request('query ($l: [String!]) { country(ref: "country:GB") { name(lang: $l) } }', { l: [LONG] })],
  ['a day of 900 kB', 'BAD_USER_INPUT', request('query ($d: Date!) { officeHolders(on: $d) { key } }', { d: LONG })],
  ['an enum value of 900 kB', 'BAD_USER_INPUT', request('query ($k: [MeetingKind!]) { meetings(filter: {kinds: $k}) { totalCount } }', { k: [LONG] })],
  ['a field name of 900 kB', 'GRAPHQL_VALIDATION_FAILED', request(`{ ${LONG} }`)],
  ['an operation name of 900 kB', 'OPERATION_RESOLUTION_FAILURE', JSON.stringify({ query: 'query A { __typename }', operationName: LONG })],
  ['a number of 900 kB', 'GRAPHQL_VALIDATION_FAILED', request(`{ meetings(first: ${'9'.repeat(900_000)}) { totalCount } }`)],
  ['900 kB that is not GraphQL', 'GRAPHQL_PARSE_FAILED', request(`{ "${LONG}" }`)],
  // Deep nesting.
  ['nested lists in a document', 'GRAPHQL_VALIDATION_FAILED', request(`{ entities(refs: ${'['.repeat(1_500)}${']'.repeat(1_500)}) { totalCount } }`)],
  ['lists nested to the end of the stack', 'GRAPHQL_PARSE_FAILED', request(`{ entities(refs: ${'['.repeat(4_900)}`)],
  ['nested selections', 'GRAPHQL_VALIDATION_FAILED', request(`{ ${'meeting { '.repeat(1_600)} key ${'}'.repeat(1_601)}`)],
  ['nested fragments without names', 'GRAPHQL_VALIDATION_FAILED', request(`{ ${'... { '.repeat(1_200)} __typename ${'}'.repeat(1_201)}`)],
  ['nested variables', 'BAD_REQUEST', `{"query": "query ($r: [Ref!]) { entities(refs: $r) { totalCount } }", "variables": {"r": ${'['.repeat(400_000)}${']'.repeat(400_000)}}}`],
  ['nested objects in variables', 'BAD_REQUEST', `{"query": "query ($f: MeetingFilter) { meetings(filter: $f) { totalCount } }", "variables": {"f": ${'{"participation":'.repeat(40_000)}1${'}'.repeat(40_000)}}}`],
  ['nested types of a variable', 'GRAPHQL_VALIDATION_FAILED', request(`query ($r: ${'['.repeat(1_000)}Ref${']'.repeat(1_000)}) { entities(refs: $r) { totalCount } }`)],
  // Documents that are more than they look.
  ['interfaces in interfaces', null, request(`{ node(id: "x") ${nestedTypes(4)} }`)],
  ['fragments in fragments over interfaces', 'TOO_COSTLY', request(`{ node(id: "x") { ...F0 } } ${times(5, (i) => `fragment F${i} on Node { id ... on Entity { claimsAbout(first: 1) { nodes { subject { ...F${i + 1} } objects { ...F${i + 1} } supports { ...F${i + 1} } } } } }`)} fragment F5 on Node { id }`)],
  ['fragments that double', 'GRAPHQL_VALIDATION_FAILED', request(`{ meeting(ref: "a:b") { ...F0 } } ${doubledFragments(200)} fragment F200 on Meeting { key }`)],
  ['the same field again and again', 'GRAPHQL_VALIDATION_FAILED', request(`{ ${times(450, 'meeting(ref: "a:b") { key }')} }`)],
  ['the same two fields on nine levels', 'GRAPHQL_VALIDATION_FAILED', request(`{ meeting(ref: "a:b") ${twice(9)} }`)],
  ['400 fragments side by side', 'GRAPHQL_VALIDATION_FAILED', request(`{ meeting(ref: "a:b") { ${times(400, (i) => `...F${i}`)} } } ${times(400, (i) => `fragment F${i} on Meeting { key }`)}`)],
  ['1,500 unknown fields', 'GRAPHQL_VALIDATION_FAILED', request(`{ ${times(1_500, (i) => `metings${i}`)} }`)],
  ['1,000 variables', 'GRAPHQL_VALIDATION_FAILED', request(`query (${times(1_000, (i) => `$v${i}: Int`)}) { __typename }`)],
  ['1,000 directives', 'GRAPHQL_VALIDATION_FAILED', request(`{ __typename ${times(700, '@skip(if: true)')} }`)],
  ['pages in pages', 'TOO_COSTLY', request('{ meetings(first: 100) { nodes { participations(first: 100) { nodes { actor { statements(first: 50) { nodes { gist } } } } } } } }')],
  // The schema.
  ['50 introspections', 'TOO_COSTLY', request(`{ ${aliases(SCHEMA_FIELD!, 50)} } ${SCHEMA_FRAGMENTS}`)],
  ['100 codebooks', 'TOO_COSTLY', request(`{ ${aliases('codebook { typeName field description values }')} }`)],
  ['types of fields of types', 'TOO_COSTLY', request(`{ __schema { ${aliases('types { name fields { name type { name fields { name type { name ofType { name } } } } } }', 20)} } }`)],
]; // prettier-ignore

/**
 * The promise is one second for /livez and two for a small query, on a machine that does nothing else. Here the other tests have the
 * processors too; without the limits it was thirty seconds.
 */
const LIVE_MS = 5_000;
const QUERY_MS = 10_000;

/** Requests at once, until the time is over. */
const AT_ONCE = 8;
const SECONDS = 1;

/** The longest wait for an answer, in milliseconds, asking again until `stopped`. */
async function longestWait(stopped: () => boolean, ask: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  while (!stopped()) {
    const begin = performance.now();
    await ask();
    longest = Math.max(longest, performance.now() - begin);
    await sleep(20);
  }
  return longest;
}

test('no request of one stranger keeps others waiting', async () => {
  const program = startProgram({ ...settingsFor(testAddress()), PORT: '0' });
  const url = await program.opened;
  const send = async (body: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cache-control': 'no-cache' },
      body,
    });
    return { status: response.status, text: await response.text() };
  };
  const small = request('{ country(ref: "country:GB") { name } }');
  await send(small);

  for (const [kind, code, body] of HOSTILE) {
    let isOver = false;
    const stop = () => isOver;
    const waits = [
      longestWait(stop, async () => expect((await fetch(`${url}/livez`)).status).toBe(200)),
      longestWait(stop, async () => expect((await send(small)).text).toContain('United Kingdom')),
    ];
    const end = performance.now() + SECONDS * 1_000;
    const strangers = Array.from({ length: AT_ONCE }, async (_, stranger) => {
      for (let round = 0; performance.now() < end; round++) {
        // Not the same bytes twice: a copy would wait for the first one's answer.
        const { text } = await send(`${body}${' '.repeat(stranger + AT_ONCE * round)}`);
        const { errors } = JSON.parse(text) as Answer['body'];
        expect([kind, errors?.[0]?.extensions.code ?? null]).toEqual([kind, code]);
        for (const { message } of errors ?? []) {
          expect(message).not.toMatch(/call stack/i);
          expect(message).not.toMatch(/[x9[{]{100}/);
        }
      }
    });
    await Promise.all(strangers);
    isOver = true;
    const [live, query] = await Promise.all(waits);
    expect([kind, live! < LIVE_MS, query! < QUERY_MS]).toEqual([kind, true, true]);
  }
  program.process.kill('SIGTERM');
  expect(await program.ended).toBe(0);
});
