import { beforeAll, describe, expect, test } from '@jest/globals';
import { type TypeName, formatChoice, typeNames, withArticle } from '../../../src/domain/node-types.ts';
import { type Database } from '../../../src/graph/database.ts';
import { type InputListName, referenceTargets, typeSpecs } from '../../../src/record/input/type-specs.ts';
import { allFields } from '../../../src/record/resolve/references.ts';
import { type Block, freshDatabase, importBlocks, recordBlocks } from '../../support/recording.ts';

/** A reference to a thing of a wrong kind is a problem with its place, whatever the field and the kind: never an error of the server. */
let database: Database;

const named = (key: string) => ({ key, names: [{ value: `The ${key}`, lang: 'en' }] });

/** One thing of each type. */
const known: Record<TypeName, string> = {
  Country: 'country:XA',
  Official: 'official:one',
  Organization: 'org:one',
  Post: 'post:one',
  Place: 'place:one',
  Topic: 'topic:one',
  Meeting: 'meeting:one',
  Development: 'development:one',
  Participation: 'part:one',
  Tenure: 'tenure:one',
  Membership: 'membership:one',
  Statement: 'stmt:one',
  Document: 'doc:one',
  AnonymousSource: 'anon:one',
  Claim: 'claim:one',
};

const world: Block = {
  source: {
    title: 'A register',
    kind: 'REPORT',
    attributionKind: 'NARRATION',
    attribution: [{ anonymous: { key: 'anon:one', description: 'a diplomat' }, how: 'SAID' }],
  },
  countries: [named('country:XA')],
  officials: [named('official:one')],
  organizations: [{ ...named('org:one'), kind: 'COALITION' }],
  posts: [{ ...named('post:one'), level: 'MINISTER', country: 'country:XA' }],
  places: [{ ...named('place:one'), kind: 'CITY' }],
  topics: [named('topic:one')],
  documents: [{ key: 'doc:one', kind: 'REPORT', title: 'One' }],
  developments: [{ ...named('development:one'), kind: 'OTHER', status: 'HELD' }],
  meetings: [
    {
      ...named('meeting:one'),
      kind: 'OTHER',
      status: 'HELD',
      participants: [{ key: 'part:one', actor: 'official:one', role: 'CHAIR', status: 'ATTENDED' }],
    },
  ],
  tenures: [{ key: 'tenure:one', official: 'official:one', post: 'post:one', status: 'CURRENT' }],
  memberships: [{ key: 'membership:one', member: 'country:XA', organization: 'org:one', role: 'MEMBER' }],
  statements: [{ key: 'stmt:one', speaker: 'official:one', act: 'INFORM', gist: 'Something is so.' }],
  claims: [{ key: 'claim:one', type: 'OTHER', subject: 'country:XA', modality: 'OCCURRED', text: 'Something.' }],
};

/** A row of each list, as it should be. */
const rows: Record<InputListName, Record<string, unknown>> = {
  countries: named('country:XB'),
  officials: named('official:new'),
  organizations: { ...named('org:new'), kind: 'COALITION' },
  posts: { ...named('post:new'), level: 'MINISTER', country: 'country:XA' },
  places: { ...named('place:new'), kind: 'CITY' },
  topics: named('topic:new'),
  documents: { key: 'doc:new', kind: 'REPORT', title: 'New' },
  developments: { ...named('development:new'), kind: 'OTHER', status: 'HELD' },
  meetings: { ...named('meeting:new'), kind: 'OTHER', status: 'HELD' },
  participants: { actor: 'official:one', role: 'HOST', status: 'ATTENDED' },
  tenures: { official: 'official:one', post: 'post:one', status: 'CURRENT' },
  memberships: { member: 'country:XA', organization: 'org:one', role: 'MEMBER' },
  statements: { key: 'stmt:new', speakers: ['official:one'], act: 'INFORM', gist: 'Something else is so.' },
};

const source = { title: 'News', kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' };

beforeAll(async () => {
  database = await freshDatabase();
  expect(await recordBlocks(database, [world])).toMatchObject({ problems: [], written: true });
});

const blockOf = (list: InputListName, row: object): Block =>
  ({
    source,
    ...(list === 'participants' ? { meetings: [{ ref: 'meeting:one', participants: [row] }] } : { [list]: [row] }),
  }) as unknown as Block;

const pathTo = (list: InputListName) => (list === 'participants' ? ['meetings', 0, 'participants', 0] : [list, 0]);

const references = Object.entries(typeSpecs).flatMap(([list, spec]) =>
  allFields(spec).flatMap(([field, { targets, many }]) =>
    targets ? [{ list: list as InputListName, field, targets, many: many === true }] : [],
  ),
);

/** Records each block as the one of a data set of its own, so that what they share is not given twice. */
const recordApart = (blocks: readonly Block[]) =>
  importBlocks(database, 'all', [...blocks], {
    dataSets: blocks.map((_, index) => ({ key: `set-${index}`, title: 'Set' })),
  });

describe('a thing of another kind is refused', () => {
  test.each(references)('as $field of $list', async ({ list, field, targets, many }) => {
    const wrong = typeNames.filter((type) => !targets.includes(type));
    const { problems, written } = await recordApart(
      wrong.map((type) => blockOf(list, { ...rows[list], [field]: many ? [known[type]] : known[type] })),
    );
    expect(written).toBe(false);
    expect(problems.map(({ path, message }) => ({ path, message }))).toEqual(
      wrong.map((type, block) => ({
        path: [block, ...pathTo(list), field, ...(many ? [0] : [])],
        message: `${known[type]} is ${withArticle(type)}; expected ${formatChoice(targets)}`,
      })),
    );
  });

  test.each([
    [
      'document',
      'source',
      referenceTargets.document,
      (ref: string) => ({ source: { document: ref, attributionKind: 'NARRATION' } }),
    ],
    ['publisher', 'source', referenceTargets.publisher, (ref: string) => ({ source: { ...source, publisher: ref } })],
    [
      'agent',
      'source.attribution.0',
      referenceTargets.agent,
      (ref: string) => ({ source: { ...source, attribution: [{ agent: ref, how: 'SAID' }] } }),
    ],
  ] as const)('as %s of %s', async (field, place, targets, given) => {
    const wrong = typeNames.filter((type) => !(targets as readonly TypeName[]).includes(type));
    for (const type of wrong) {
      const block: unknown = { ...given(known[type]), officials: [rows.officials] };
      const { problems } = await recordBlocks(database, [block as Block]);
      expect(problems.map(({ path, message }) => [path.join('.'), message])).toEqual([
        [`0.${place}.${field}`, `${known[type]} is ${withArticle(type)}; expected ${formatChoice(targets)}`],
      ]);
    }
  });
});

test('everything else that is wrong is told beside it', async () => {
  const { problems } = await recordBlocks(database, [
    {
      ...blockOf('participants', { ...rows.participants, actor: 'post:one', onBehalfOf: 'country:XX' }),
      statements: [{ key: 'stmt:new', speaker: 'place:one', act: 'INFORM', gist: 'It is so.', occasion: 'topic:one' }],
    },
  ]);
  expect(problems.map(({ path, message }) => [path.join('.'), message.split(';')[0]])).toEqual([
    ['0.meetings.0.participants.0.actor', 'post:one is a post'],
    ['0.meetings.0.participants.0.onBehalfOf', 'nothing is known as country:XX'],
    ['0.statements.0.occasion', 'topic:one is a topic'],
    ['0.statements.0.speaker', 'place:one is a place'],
  ]);
});
