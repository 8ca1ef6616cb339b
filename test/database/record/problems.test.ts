import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { type Problem } from '../../../src/record/input/problem.ts';
import {
  type Block,
  type ClaimRow,
  type MeetingRow,
  freshDatabase,
  importBlocks,
  snapshotGraph,
} from '../../support/recording.ts';

let database: Database;
let before: { text: string; version: string };

/** What the graph knows before anything goes wrong. */
const known: Block = {
  source: { url: 'https://example.org/known', title: 'Known', kind: 'REPORT', attributionKind: 'ANALYST' },
  countries: [
    {
      key: 'country:GB',
      names: [{ value: 'United Kingdom', lang: 'en' }],
      externalIds: [{ scheme: 'ISO', value: 'GB' }],
    },
    { key: 'country:US', names: [{ value: 'United States', lang: 'en' }] },
  ],
  officials: [{ key: 'official:john-healey', names: [{ value: 'John Healey', lang: 'en' }] }],
  organizations: [{ key: 'org:udcg', names: [{ value: 'Contact Group', lang: 'en' }], kind: 'COALITION' }],
  posts: [
    {
      key: 'post:gb-defence-secretary',
      names: [{ value: 'Defence Secretary', lang: 'en' }],
      level: 'MINISTER',
      country: 'country:GB',
    },
  ],
  meetings: [
    {
      key: 'meeting:udcg-26',
      kind: 'MULTILATERAL_MEETING',
      names: [{ value: '26th meeting', lang: 'en' }],
      status: 'SCHEDULED',
      time: { edtf: '2025-02-12' },
      body: 'org:udcg',
      ordinal: 26,
      participants: [{ key: 'part:gb-chair', actor: 'country:GB', role: 'CHAIR', status: 'PLANNED' }],
    },
  ],
};

beforeAll(async () => {
  database = await freshDatabase();
  await importBlocks(database, 'known', [known]);
  before = { text: await snapshotGraph(database), version: (await database.version())! };
});

const source: Block['source'] = { url: 'https://example.org/new', title: 'New', attributionKind: 'NARRATION' };
const meeting: MeetingRow = {
  key: 'meeting:new',
  kind: 'CONFERENCE',
  names: [{ value: 'New', lang: 'en' }],
  status: 'SCHEDULED',
  time: { edtf: '2025-03' },
};
const claim: ClaimRow = { type: 'OTHER', subject: 'country:GB', modality: 'OCCURRED', text: 'Something.' };

async function problemsOf(block: Omit<Block, 'source'> & { source?: Block['source'] }): Promise<Problem[]> {
  const recorded = await importBlocks(database, 'new', [{ source, ...block }]);
  expect(recorded.written).toBe(false);
  expect(await snapshotGraph(database)).toBe(before.text);
  expect(await database.version()).toBe(before.version);
  return recorded.problems;
}

describe('a problem has its path and says what was expected; nothing is written', () => {
  const cases: [
    what: string,
    block: Parameters<typeof problemsOf>[0],
    path: Problem['path'],
    message: RegExp,
    suggestions?: string[],
  ][] = [
    [
      'an unknown reference, with a suggestion',
      {
        meetings: [{ ...meeting, participants: [{ actor: 'official:john-healy', role: 'CHAIR', status: 'PLANNED' }] }],
      },
      [0, 'meetings', 0, 'participants', 0, 'actor'],
      /nothing is known as official:john-healy; expected the key or id of a country, an official or an organization/,
      ['official:john-healey'],
    ],
    [
      'a node of a type that the field does not accept',
      {
        meetings: [
          {
            ...meeting,
            participants: [{ actor: 'official:john-healey', role: 'CHAIR', status: 'PLANNED', capacity: 'country:GB' }],
          },
        ],
      },
      [0, 'meetings', 0, 'participants', 0, 'capacity'],
      /country:GB is a country; expected a post/,
    ],
    [
      'a row that identifies no node',
      { officials: [{ names: [{ value: 'Nobody', lang: 'en' }] }] },
      [0, 'officials', 0],
      /give ref .* or key/,
    ],
    [
      'a new node without a required field',
      { posts: [{ key: 'post:new', names: [{ value: 'New', lang: 'en' }], country: 'country:GB' }] },
      [0, 'posts', 0],
      /post:new is new; a post needs level/,
    ],
    [
      'a key given twice',
      {
        countries: [
          { key: 'country:FR', names: [{ value: 'France', lang: 'en' }] },
          { key: 'country:FR', names: [{ value: 'France', lang: 'fr' }] },
        ],
      },
      [0, 'countries', 1, 'key'],
      /country:FR is given twice; to refer to it again, write ref: country:FR/,
    ],
    [
      'a key of a node of another type',
      { topics: [{ key: 'country:GB', names: [{ value: 'Britain', lang: 'en' }] }] },
      [0, 'topics', 0, 'key'],
      /country:GB is already the key of a country/,
    ],
    [
      'two claims with the same key',
      {
        claims: [
          { ...claim, key: 'c1' },
          { ...claim, key: 'c1', text: 'Else.' },
        ],
      },
      [0, 'claims', 1, 'key'],
      /c1 is given to two claims/,
    ],
    [
      'the same actor twice in the same role',
      {
        meetings: [
          {
            ...meeting,
            participants: [
              { actor: 'country:GB', role: 'HOST', status: 'PLANNED' },
              { actor: 'country:GB', role: 'HOST', status: 'CONFIRMED' },
            ],
          },
        ],
      },
      [0, 'meetings', 0, 'participants', 1],
      /country:GB is given twice as HOST of this meeting/,
    ],
    [
      'an end before its start',
      {
        tenures: [
          {
            official: 'official:john-healey',
            post: 'post:gb-defence-secretary',
            status: 'ENDED',
            start: { edtf: '2025' },
            end: { edtf: '2024-05' },
          },
        ],
      },
      [0, 'tenures', 0, 'end'],
      /2024-05 is before the start, 2025/,
    ],
    [
      'a second meeting for the same body and ordinal',
      { meetings: [{ ...meeting, body: 'org:udcg', ordinal: 26 }] },
      [0, 'meetings', 0, 'ordinal'],
      /meeting 26 of org:udcg is already meeting:udcg-26; to refer to it, write ref: meeting:udcg-26/,
      ['meeting:udcg-26'],
    ],
    [
      'an ordinal of no meeting of the body',
      { meetings: [{ body: 'org:udcg', ordinal: 27, status: 'HELD' }] },
      [0, 'meetings', 0],
      /no meeting of org:udcg has the ordinal 27; set key/,
    ],
    [
      'a relation to an unknown claim',
      { claims: [{ ...claim, key: 'c1', relations: [{ type: 'REFINES', to: 'c9' }] }] },
      [0, 'claims', 0, 'relations', 0, 'to'],
      /nothing is known as c9; expected the key or id of a claim/,
    ],
    [
      'a claim that relates to itself',
      { claims: [{ ...claim, key: 'c1', relations: [{ type: 'REFINES', to: 'c1' }] }] },
      [0, 'claims', 0, 'relations', 0, 'to'],
      /cannot relate to itself/,
    ],
    [
      'a statement without a gist',
      { statements: [{ key: 'stmt:new', speaker: 'country:GB', act: 'INFORM' }] },
      [0, 'statements', 0],
      /a statement needs gist/,
    ],
    [
      'an external id of another entity',
      {
        countries: [{ key: 'country:US', externalIds: [{ scheme: 'ISO', value: 'GB' }] }],
      },
      [0, 'countries', 0, 'externalIds', 0],
      /ISO GB already belongs to country:GB/,
      ['country:GB'],
    ],
    [
      'the URL of another document',
      { documents: [{ key: 'doc:other', kind: 'REPORT', url: 'https://example.org/known' }] },
      [0, 'documents', 0, 'url'],
      /is already the URL of doc:known-/,
    ],
    [
      'a source without a document',
      { source: { attributionKind: 'NARRATION' } },
      [0, 'source'],
      /does not name its document/,
    ],
    [
      'a topic that is a part of itself',
      { topics: [{ key: 'topic:new', names: [{ value: 'New', lang: 'en' }], broader: 'topic:new' }] },
      [0, 'topics', 0, 'broader'],
      /topic:new refers to itself/,
    ],
    [
      'a membership as the capacity of a country',
      {
        meetings: [
          {
            ...meeting,
            participants: [{ actor: 'country:GB', role: 'CHAIR', status: 'PLANNED', capacity: 'membership:gb-nato' }],
          },
        ],
        memberships: [{ key: 'membership:gb-nato', member: 'country:GB', organization: 'org:udcg', role: 'MEMBER' }],
      },
      [0, 'meetings', 0, 'participants', 0, 'capacity'],
      /membership:gb-nato is a membership; expected a post/,
    ],
    [
      'a country that stands in for itself',
      {
        meetings: [
          {
            ...meeting,
            participants: [{ actor: 'country:GB', role: 'CHAIR', status: 'PLANNED', standsInFor: 'country:GB' }],
          },
        ],
      },
      [0, 'meetings', 0, 'participants', 0, 'standsInFor'],
      /country:GB is a country; expected an official/,
    ],
    [
      'an official on behalf of an official',
      {
        meetings: [
          {
            ...meeting,
            participants: [
              { actor: 'official:john-healey', role: 'CHAIR', status: 'PLANNED', onBehalfOf: 'official:john-healey' },
            ],
          },
        ],
      },
      [0, 'meetings', 0, 'participants', 0, 'onBehalfOf'],
      /official:john-healey is an official; expected a country or an organization/,
    ],
    [
      'attendance at a meeting that is only planned',
      { meetings: [{ ...meeting, participants: [{ actor: 'country:GB', role: 'CHAIR', status: 'ATTENDED' }] }] },
      [0, 'meetings', 0, 'participants', 0, 'status'],
      /nobody can have ATTENDED a meeting that is SCHEDULED/,
    ],
    [
      'a latitude without a longitude',
      { places: [{ key: 'place:new', kind: 'CITY', names: [{ value: 'New', lang: 'en' }], latitude: 1 }] },
      [0, 'places', 0, 'latitude'],
      /latitude is given without longitude/,
    ],
    [
      'an ordinal that is not a number',
      { claims: [{ ...claim, type: 'ORDINAL', subject: 'meeting:udcg-26', value: 'twenty' }] },
      [0, 'claims', 0, 'value'],
      /needs value: a whole number/,
    ],
    [
      'a count of members in words',
      { claims: [{ ...claim, type: 'MEMBER_COUNT', subject: 'org:udcg', value: 'more than fifty' }] },
      [0, 'claims', 0],
      /a MEMBER_COUNT claim needs count/,
    ],
    [
      'a claim about a founding without a time',
      { claims: [{ ...claim, type: 'FOUNDED', subject: 'org:udcg' }] },
      [0, 'claims', 0],
      /a FOUNDED claim needs time/,
    ],
    [
      'a claim that relates to a fact',
      { claims: [{ ...claim, relations: [{ type: 'CONTRADICTS', to: 'part:gb-chair' }] }] },
      [0, 'claims', 0, 'relations', 0, 'to'],
      /part:gb-chair is a participation, but claims relate only to claims/,
    ],
    [
      'an unknown status',
      { claims: [{ ...claim, type: 'STATUS', subject: 'meeting:udcg-26', value: 'HELT' }] },
      [0, 'claims', 0, 'value'],
      /needs one of PROPOSED/,
      ['HELD'],
    ],
    [
      'the key of another fact',
      {
        meetings: [
          {
            ref: 'meeting:udcg-26',
            participants: [{ key: 'part:gb-chair', actor: 'country:US', role: 'CHAIR', status: 'PLANNED' }],
          },
        ],
      },
      [0, 'meetings', 0, 'participants', 0, 'key'],
      /part:gb-chair belongs to a different participation/,
    ],
  ];

  test.each(cases)('%s', async (...[, block, path, message, suggestions]) => {
    const problems = await problemsOf(block);

    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ path, message: expect.stringMatching(message) });
    if (suggestions) expect(problems[0]!.suggestions).toEqual(suggestions);
  });

  test('all are reported at once, in the order of the input', async () => {
    const blocks = cases.map(([, block]) => ({ source, ...block }));
    // Each block its own data set, so that keys which the cases share do not count as given twice.
    const recorded = await importBlocks(database, 'all', blocks, {
      dataSets: blocks.map((_, index) => ({ key: `set-${index}`, title: 'Set' })),
    });

    expect(recorded.written).toBe(false);
    const blocksWithProblems = new Set(recorded.problems.map(({ path }) => path[0]));
    expect([...blocksWithProblems]).toEqual(cases.map((_, index) => index));
    expect(await snapshotGraph(database)).toBe(before.text);
  });
});
