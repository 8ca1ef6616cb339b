import { beforeAll, expect, jest, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { createEngine } from '../../../src/query/engine.ts';
import { DevelopmentInput } from '../../../src/record/input/record-input.ts';
import { validateInput } from '../../../src/record/input/validate.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { dataOf, schema } from '../../support/query.ts';
import { type Block, type ClaimRow, freshDatabase, importBlocks, recordBlocks } from '../../support/recording.ts';

jest.setTimeout(600_000);

const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });
const source = (name: string): Block['source'] => ({
  url: `https://example.org/${name}`,
  title: name,
  kind: 'NEWS_ARTICLE',
  published: { edtf: '2025-04-12' },
  attributionKind: 'NARRATION',
});
const claim = (key: string, type: 'ATTENDS' | 'CONVENES', subject: string, more: Partial<ClaimRow> = {}): ClaimRow => ({
  ...{ key, type, subject, objects: ['development:initiative'], modality: 'OCCURRED', text: `${subject} ${type}` },
  ...more,
});

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
  const page: Block = {
    source: source('page'),
    countries: [named('country:CZ', 'Czechia'), named('country:DK', 'Denmark')],
    officials: [named('official:pavel', 'Petr Pavel')],
    developments: [
      { ...named('development:initiative', 'Ammunition initiative'), kind: 'INITIATIVE', status: 'ONGOING' },
    ],
    claims: [claim('c1', 'CONVENES', 'official:pavel'), claim('c2', 'ATTENDS', 'country:DK')],
  };
  expect(await importBlocks(database, 'page', [page])).toMatchObject({ problems: [], warnings: [], written: true });
  const denial: Block = {
    source: source('denial'),
    claims: [claim('c3', 'ATTENDS', 'country:DK', { polarity: 'NEGATIVE' })],
  };
  expect(await recordBlocks(database, [denial])).toMatchObject({ problems: [], warnings: [], written: true });
});

const data = (query: string) => dataOf(createEngine({ schema, database }), query);
const CLAIMS = 'claimsAbout(filter: {types: [ATTENDS, CONVENES]}) { nodes { key relations { type } } }';

test('who has part in a development is claimed, and read from the development and from the actor', async () => {
  const [convenes, attends, denied] = [
    { key: 'c1', relations: [] },
    { key: 'c2', relations: [] },
    { key: 'c3', relations: [{ type: 'CONTRADICTS' }] },
  ];
  expect(
    await data(`{ entity(ref: "development:initiative") { ${CLAIMS} } official(ref: "official:pavel") { ${CLAIMS} }
      country(ref: "country:DK") { ${CLAIMS} } conflicts { totalCount } }`),
  ).toEqual({
    entity: { claimsAbout: { nodes: [convenes, attends, denied] } },
    official: { claimsAbout: { nodes: [convenes] } },
    country: { claimsAbout: { nodes: [attends, denied] } },
    conflicts: { totalCount: 1 },
  });
  expect(await verify(database)).toEqual([]);
});

test('a development counts as no meeting, and nobody in it as a participant', async () => {
  expect(
    await data(`{ participations { totalCount counts(by: []) { count } } meetings { totalCount counts(by: []) { count } }
      official(ref: "official:pavel") { meetings { totalCount } participations { totalCount } } }`),
  ).toEqual({
    participations: { totalCount: 0, counts: [{ count: 0 }] },
    meetings: { totalCount: 0, counts: [{ count: 0 }] },
    official: { meetings: { totalCount: 0 }, participations: { totalCount: 0 } },
  });
});

test('participants of a development are refused with what to do instead', () => {
  const { problems } = validateInput(DevelopmentInput, {
    key: 'development:initiative',
    participants: [{ actor: 'country:DK', role: 'PARTICIPANT', status: 'ATTENDED' }],
  });
  expect(problems).toMatchObject([
    { code: 'INVALID', path: ['participants'], message: expect.stringContaining('an explicit claim, such as ATTENDS') },
  ]);
});
