import { beforeAll, describe, expect, test } from '@jest/globals';
import { importFiles } from '../../src/dataset/import.ts';
import { emptyGraph, testDatabase } from '../support/database.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';

/**
 * The questions that the seed article can answer, asked over HTTP, with the answers that its coding gives. They hold on a graph
 * that has the article alone.
 */
describe('the article answers', () => {
  let server: TestServer;
  beforeAll(async () => {
    const database = await testDatabase();
    await emptyGraph(database);
    const { problems } = await importFiles(database, ['seed/article.yaml'], { by: 'test' });
    expect(problems).toEqual([]);
    server = await serve({ api: await testApi() });
  });

  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const { body } = await server.ask(query, variables);
    expect(body.errors).toBeUndefined();
    return body.data as T;
  };
  interface Keyed {
    key: string;
  }
  const keys = (nodes: Keyed[]) => nodes.map((node) => node.key);
  const claims = async (filter: Record<string, unknown>) =>
    keys(
      (
        await ask<{ claims: { nodes: Keyed[] } }>(
          'query ($filter: ClaimFilter) { claims(filter: $filter, first: 100) { nodes { key } } }',
          { filter },
        )
      ).claims.nodes,
    );

  test('what the article brought', async () => {
    const { document } = await ask<{ document: { counts: { typeName: string; count: number }[] } }>(
      '{ document(ref: "doc:article") { counts { typeName count } } }',
    );
    expect(Object.fromEntries(document.counts.map(({ typeName, count }) => [typeName, count]))).toEqual({
      Entity: 81,
      Country: 8,
      Organization: 16,
      Place: 7,
      Post: 8,
      Topic: 18,
      Official: 8,
      Meeting: 7,
      Development: 3,
      Document: 4,
      AnonymousSource: 2,
      Participation: 15,
      Tenure: 8,
      Membership: 3,
      Statement: 9,
      Claim: 69,
    });
  });

  test.each([
    ['OCCURRED', 26],
    ['ONGOING', 20],
    ['PLANNED', 15],
    ['EXPECTED', 1],
    ['ALLEGED', 5],
    ['UNDETERMINED', 2],
  ])('claims that are %s: %i', async (status, count) => {
    const answer = await ask<{ claims: { totalCount: number } }>(
      'query ($status: ClaimStatus!) { claims(filter: { statuses: [$status] }) { totalCount } }',
      { status },
    );
    expect(answer.claims.totalCount).toBe(count);
  });

  test.each([
    ['ANONYMOUS', 4],
    ['ANONYMOUS_VIA_MEDIA', 1],
    ['HEADLINE', 1],
    ['MEDIA_REPORT', 3],
    ['NARRATION', 48],
    ['OFFICIAL_RECORD', 5],
    ['ON_RECORD', 7],
    ['ANALYST', 0],
  ])('claims attributed as %s: %i', async (kind, count) => {
    expect(await claims({ attributionKinds: [kind] })).toHaveLength(count);
  });

  test('who chairs the 26th meeting, how firmly, and on whose word', async () => {
    const { meeting } = await ask<{ meeting: unknown }>(`{
      meeting(ref: "meeting:udcg-26") {
        ordinal status time { edtf }
        chairs { actor { key } status standing claims { key attributionKind evidence { paragraph } } }
      }
    }`);
    expect(meeting).toEqual({
      ordinal: 26,
      status: 'SCHEDULED',
      time: { edtf: '2025-02-12' },
      chairs: [
        {
          actor: { key: 'country:GB' },
          status: 'PLANNED',
          standing: 'ESTABLISHED',
          claims: [
            {
              key: 'c001',
              attributionKind: 'NARRATION',
              evidence: [{ paragraph: 'H' }, { paragraph: '1' }, { paragraph: '8' }],
            },
            { key: 'c007', attributionKind: 'NARRATION', evidence: [{ paragraph: '1' }] },
          ],
        },
        {
          actor: { key: 'official:john-healey' },
          status: 'INVITED',
          standing: 'ALLEGED',
          claims: [{ key: 'c041', attributionKind: 'MEDIA_REPORT', evidence: [{ paragraph: '9' }] }],
        },
      ],
    });
  });

  test('claims that rest on an anonymous source', async () => {
    expect(await claims({ attributionKinds: ['ANONYMOUS', 'ANONYMOUS_VIA_MEDIA'] })).toEqual([
      'c008',
      'c009',
      'c010',
      'c011',
      'c045',
    ]);
  });
  test('claims that are alleged', async () => {
    expect(await claims({ statuses: ['ALLEGED'] })).toEqual(['c010', 'c011', 'c041', 'c043', 'c045']);
  });
  test('claims that are undetermined', async () => {
    expect(await claims({ statuses: ['UNDETERMINED'] })).toEqual(['c013', 'c014']);
  });
  test('claims that deny', async () => {
    expect(await claims({ polarity: 'NEGATIVE' })).toEqual(['c049']);
  });

  const events = async (time: Record<string, unknown>) =>
    keys(
      (
        await ask<{ events: { nodes: Keyed[] } }>(
          'query ($time: TimeFilter) { events(time: $time, first: 50) { nodes { key } } }',
          { time },
        )
      ).events.nodes,
    );
  test('events certainly inside two months, in order', async () => {
    expect(await events({ from: '2025-01-01', to: '2025-02-28', match: 'CERTAINLY' })).toEqual([
      'meeting:call-hegseth-healey',
      'meeting:press-conference-lammy-sybiha',
      'meeting:visit-lammy-kyiv',
      'meeting:udcg-26',
      'meeting:msc-2025',
      'development:us-peace-plan-release',
    ]);
  });
  test('events on one day, possibly and certainly', async () => {
    const day = { from: '2022-04-26', to: '2022-04-26' };
    expect((await events({ ...day, match: 'POSSIBLY' })).sort()).toEqual([
      'development:russia-full-scale-invasion',
      'meeting:udcg-1',
      'meeting:uk-us-talks-udcg-chair',
    ]);
    expect(await events({ ...day, match: 'CERTAINLY' })).toEqual([]);
  });

  test.each([
    ['澤倫斯基', 'official:volodymyr-zelenskyy'],
    ['Zelenskyy', 'official:volodymyr-zelenskyy'],
    ['zelensky', 'official:volodymyr-zelenskyy'],
    ['VolodymyrZelenskyy', 'official:volodymyr-zelenskyy'],
    ['范斯', 'official:jd-vance'],
    ['范', 'official:jd-vance'],
    ['希利', 'official:john-healey'],
    ['北約', 'org:nato'],
    ['Ramstein', 'place:ramstein-air-base'],
    ['美國國防部', 'org:us-dod'],
    ['美國國防部長', 'post:us-defense-secretary'],
    ['hegset', 'official:pete-hegseth'],
  ])('search for %s finds %s first', async (text, key) => {
    const { search } = await ask<{ search: { nodes: Keyed[] } }>(
      'query ($text: String!) { search(text: $text) { nodes { key } } }',
      { text },
    );
    expect(search.nodes[0]?.key).toBe(key);
  });

  const officeHolders = (on: string) =>
    ask<{ post: { holders: { key: string; certainty: string }[] } }>(
      'query ($on: Date!) { post(ref: "post:us-defense-secretary") { holders(on: $on) { key certainty(on: $on) } } }',
      { on },
    );
  test('who held a post on a day that a source shows', async () => {
    expect((await officeHolders('2025-02-08')).post.holders).toEqual([
      { key: 'tenure:hegseth-defense-secretary', certainty: 'OBSERVED' },
    ]);
  });
  test('who held a post on a day of which nothing is recorded: unknown, not nobody', async () => {
    expect((await officeHolders('2023-01-01')).post.holders.filter(({ certainty }) => certainty !== 'UNKNOWN')).toEqual(
      [],
    );
  });

  test('accounts that compete or overstate', async () => {
    const { claims: page } = await ask<{
      claims: { nodes: { key: string; relations: { type: string; claim: Keyed }[] }[] };
    }>('{ claims(first: 100) { nodes { key relations { type claim { key } } } } }');
    const pairs = page.nodes.flatMap(({ key, relations }) =>
      relations
        .filter(({ type }) => ['COMPETES_WITH', 'OVERSTATES', 'CONTRADICTS'].includes(type))
        .map(({ claim }) => [key, claim.key].sort().join(' ')),
    );
    expect([...new Set(pairs)].sort()).toEqual(['c002 c043', 'c010 c041', 'c013 c014']);
  });

  test('nothing of the page around the article got in', async () => {
    for (const text of ['韓國瑜', '魯比歐', '桑托里尼', '路透', '聖保羅市']) {
      const { search } = await ask<{ search: { nodes: { names: { value: string }[] }[] } }>(
        'query ($text: String!) { search(text: $text) { nodes { names { value } } } }',
        { text },
      );
      expect(search.nodes.flatMap(({ names }) => names.map(({ value }) => value))).not.toContain(text);
    }
  });

  test('memberships by name only, never from a count', async () => {
    const { aukus, nato } = await ask<Record<string, { members: { member: Keyed }[] }>>(`{
      aukus: organization(ref: "org:aukus") { members { member { key } } }
      nato: organization(ref: "org:nato") { members { member { key } } }
    }`);
    expect(aukus?.members.map(({ member }) => member.key).sort()).toEqual(['country:AU', 'country:GB', 'country:US']);
    expect(nato?.members).toEqual([]);
  });
});
