import fc from 'fast-check';
import { type Database } from '../../../src/graph/database.ts';
import { REVISION_PROPERTIES } from '../../../src/storage/revisions.ts';
import { type Block, queryGraph } from '../../support/recording.ts';

const named = (value: string) => [{ value, lang: 'en' }];
const numbered = <T>(length: number, make: (number: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index + 1));

const media = (number: number) => `org:media-${number}`;

/** Some of everything, so that of each type there are several that may turn out to be one. */
export const base: Block = {
  source: { document: 'doc:register', attributionKind: 'OFFICIAL_RECORD' },
  documents: [{ key: 'doc:register', title: 'Register', kind: 'REPORT' }],
  countries: numbered(3, (n) => ({
    key: `country:c${n}`,
    names: named(`Country ${n}`),
    externalIds: [{ scheme: 'CODE', value: `C${n}` }],
  })),
  officials: numbered(4, (n) => ({
    key: `official:o${n}`,
    names: named(`Official ${n}`),
    country: `country:c${1 + (n % 3)}`,
  })),
  organizations: [
    ...numbered(3, (n) => ({ key: `org:g${n}`, names: named(`Group ${n}`), kind: 'COALITION' as const })),
    ...numbered(2, (n) => ({
      key: media(n),
      names: named(`Media ${n}`),
      kind: 'MEDIA' as const,
      country: 'country:c1',
    })),
  ],
  posts: numbered(3, (n) => ({
    key: `post:p${n}`,
    names: named(`Post ${n}`),
    country: `country:c${n}`,
    level: n === 1 ? 'MINISTER' : 'AMBASSADOR',
  })),
  places: numbered(3, (n) => ({
    key: `place:l${n}`,
    names: [...named(`Place ${n}`), { value: `Old place ${n}`, lang: 'en', time: { edtf: `../20${10 + n}` } }],
    kind: 'CITY' as const,
    country: `country:c${n}`,
  })),
  topics: numbered(2, (n) => ({ key: `topic:t${n}`, names: named(`Topic ${n}`) })),
  meetings: numbered(3, (n) => ({
    key: `meeting:m${n}`,
    names: named(`Meeting ${n}`),
    kind: 'MULTILATERAL_MEETING' as const,
    status: 'SCHEDULED' as const,
    time: { edtf: `2025-0${n}-10` },
    body: `org:g${n}`,
    ordinal: 1,
  })),
};

const one = <T>(...values: T[]) => fc.constantFrom(...values);
const official = one(...numbered(4, (n) => `official:o${n}`));
const country = one(...numbered(3, (n) => `country:c${n}`));
const group = one(...numbered(3, (n) => `org:g${n}`));
const post = one(...numbered(3, (n) => `post:p${n}`));
const place = one(...numbered(3, (n) => `place:l${n}`));
const meetingKey = one(...numbered(3, (n) => `meeting:m${n}`));
const topic = one('topic:t1', 'topic:t2');
const actor = fc.oneof(official, country, group);

const participant = fc.oneof(
  fc.record({
    actor: official,
    role: one('CHAIR', 'PARTICIPANT', 'SPEAKER'),
    status: one('PLANNED', 'ATTENDED', 'ABSENT'),
    capacity: fc.option(post, { nil: undefined }),
  }),
  // Now and then by somebody unnamed.
  fc.record({
    actor: country,
    role: one('CHAIR', 'HOST', 'PARTICIPANT'),
    status: one('PLANNED', 'ATTENDED'),
    capacity: fc.option(post, { nil: undefined, freq: 1 }),
    standsInFor: fc.option(official, { nil: undefined, freq: 1 }),
  }),
);

const claim = fc.oneof(
  fc.record({
    type: one('ATTENDS', 'CHAIRS'),
    subject: actor,
    objects: meetingKey.map((key) => [key]),
    modality: one('PLANNED', 'OCCURRED'),
    polarity: one('AFFIRMATIVE', 'NEGATIVE'),
    text: fc.constant('Somebody takes part.'),
  }),
  fc.record({
    type: one('MET_IN_PERSON', 'SPOKE_BY_PHONE'),
    subject: official,
    objects: official.map((key) => [key]),
    modality: fc.constant('OCCURRED'),
    polarity: one('AFFIRMATIVE', 'NEGATIVE'),
    text: fc.constant('Two met.'),
  }),
  fc.record({
    type: fc.constant('HELD_AT'),
    subject: meetingKey,
    objects: place.map((key) => [key]),
    modality: one('PLANNED', 'OCCURRED'),
    text: fc.constant('It is there.'),
  }),
  fc.record({
    type: fc.constant('MEMBER_COUNT'),
    subject: group,
    count: one(10, 20).map((value) => ({ value, comparator: 'EXACTLY', raw: String(value) })),
    modality: fc.constant('ONGOING'),
    text: fc.constant('So many belong to it.'),
  }),
  fc.record({
    type: fc.constant('HOLDS_POST'),
    subject: official,
    objects: post.map((key) => [key]),
    modality: fc.constant('ONGOING'),
    text: fc.constant('The post is held.'),
  }),
);

const distinct = <T>(rows: fc.Arbitrary<T>, maxLength: number, selector: (row: T) => string) =>
  fc.uniqueArray(rows, { maxLength, selector });

/** What one more source tells of the things of {@link base}. */
export const sourceArbitrary = fc.record({
  published: one('2025-01-05', '2025-02-05T09:00Z', '2025-02-05T17:30+02:00', '2025-04-01'),
  kind: one('NARRATION', 'ON_RECORD', 'ANONYMOUS'),
  by: fc.oneof(one(media(1), media(2)), official),
  meetings: distinct(
    fc.record({
      ref: meetingKey,
      status: one('HELD' as const, undefined),
      places: fc.option(fc.subarray([...numbered(3, (n) => `place:l${n}`), 'country:c1'], { minLength: 1 }), {
        nil: undefined,
      }),
      note: one(undefined, 'Seen on a photograph.', 'Named by one page alone.'),
      topics: fc.option(
        topic.map((key) => [key]),
        { nil: undefined },
      ),
      participants: distinct(participant, 3, (row) => `${row.actor} ${row.role}`),
    }),
    2,
    ({ ref }) => ref,
  ),
  tenures: distinct(
    fc.record({
      official,
      post,
      status: one('CURRENT', 'ENDED', 'NOMINATED'),
      start: fc.option(
        one('2021', '2024-05').map((edtf) => ({ edtf })),
        { nil: undefined },
      ),
    }),
    2,
    (row) => `${row.official} ${row.post}`,
  ),
  memberships: distinct(
    fc.record({ member: country, organization: group, role: one('MEMBER', 'OBSERVER') }),
    2,
    (row) => `${row.member} ${row.organization}`,
  ),
  statements: fc.array(
    fc.record({ speaker: official, occasion: meetingKey, addressee: country, topics: topic.map((key) => [key]) }),
    { maxLength: 1 },
  ),
  claims: fc.array(claim, { maxLength: 3 }),
});
export type GeneratedSource = typeof sourceArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** @param number Tells the source from others. */
export const blockOf = ({ published, kind, by, statements, ...rows }: GeneratedSource, number: number): Block => ({
  source: {
    document: `doc:d${number}`,
    attributionKind: kind as 'NARRATION',
    attribution: [{ agent: by, how: 'REPORTED' }],
  },
  documents: [
    {
      ...{ key: `doc:d${number}`, title: `Document ${number}`, kind: 'REPORT', published: { edtf: published } },
      authorNames: ['Jane Roe'],
    },
  ],
  ...(rows as unknown as Omit<Block, 'source'>),
  statements: statements.map((row, index) => ({
    key: `stmt:s${number}-${index}`,
    act: 'ANNOUNCE',
    gist: 'Something was said.',
    ...row,
  })),
});

/** Two of one type, the second to be merged into the first. */
export const mergePair = fc
  .tuple(
    one(
      numbered(4, (n) => `official:o${n}`),
      numbered(4, (n) => `official:o${n}`),
      numbered(3, (n) => `country:c${n}`),
      [...numbered(3, (n) => `org:g${n}`), media(1), media(2)],
      numbered(3, (n) => `post:p${n}`),
      numbered(3, (n) => `place:l${n}`),
      ['topic:t1', 'topic:t2'],
      numbered(3, (n) => `meeting:m${n}`),
      numbered(3, (n) => `meeting:m${n}`),
      ['doc:register', 'doc:d1', 'doc:d2'],
    ),
    fc.nat(),
    fc.nat(),
  )
  .map(([keys, a, b]) => {
    const keep = keys[a % keys.length]!;
    const others = keys.filter((key) => key !== keep);
    return { keep, merge: others[b % others.length]! };
  });

/** Everything in the graph but its history, as sorted lines: equal lines are equal graphs. */
export async function linesOfGraph(database: Database): Promise<string[]> {
  const passing = '(Graph|Commits|Migration|Activity|Problem|(Revision&!Thing))';
  const history = [
    'version',
    'updatedAt',
    'sortUpdated',
    ...REVISION_PROPERTIES.filter((name) => !['id', 'key'].includes(name)),
  ];
  const nodes = await queryGraph(
    database,
    `MATCH (n) WHERE NOT n:${passing}
     RETURN [label IN labels(n) WHERE label <> 'Revision'], n {.*, ${history.map((name) => `${name}: null`).join(', ')}}`,
  );
  const links = await queryGraph(
    database,
    `MATCH (a)-[r]->(b) WHERE NOT a:${passing} AND NOT b:${passing} AND type(r) <> 'FORMERLY'
     RETURN coalesce(a.key, a.name), type(r), properties(r), coalesce(b.key, b.name)`,
  );
  return [...nodes, ...links].map(textOf).sort();
}

const textOf = (row: unknown): string =>
  JSON.stringify(row, (_, part: unknown) => {
    if (Array.isArray(part) || typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, value]) => value !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });

export const differenceOf = (before: readonly string[], after: readonly string[]) => ({
  lost: before.filter((line) => !after.includes(line)),
  gained: after.filter((line) => !before.includes(line)),
});
