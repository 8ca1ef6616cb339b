import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { reliabilityRank } from '../../../src/domain/claims/claim.ts';
import { type Window, certainly, possibly } from '../../../src/domain/time/time.ts';
import * as vocabulary from '../../../src/domain/vocabulary.generated.ts';
import { type Database } from '../../../src/graph/database.ts';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { dataOf, schema } from '../../support/query.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

/** A thing as it is stored, with the keys and ids of what each field of a filter points at. */
interface Thing {
  key: string;
  properties: Record<string, unknown>;
  links: Record<string, string[]>;
}

type Holds = (thing: Thing, value: never) => boolean;
interface Field {
  values: fc.Arbitrary<unknown>;
  holds: Holds;
}

/** Between the meeting of the contact group and the conference in Munich. */
const TODAY = '2025-02-13';

let engine: Engine;
let database: Database;
beforeAll(async () => {
  database = await articleGraph();
  engine = createEngine({ schema, database, today: () => TODAY });
}, 180_000);

const days = fc.constantFrom(
  '2022-02-24',
  '2022-04-26',
  '2025-01-31',
  '2025-02-05',
  '2025-02-12',
  '2025-02-15',
  '2026-01-01',
);
const refs = fc.constantFrom(
  ...['country:GB', 'country:US', 'official:john-healey', 'official:pete-hegseth', 'official:david-lammy', 'org:udcg'],
  ...[
    'doc:article',
    'meeting:call-hegseth-healey',
    'topic:ukraine-war',
    'place:munich',
    'country:DE',
    'c002',
    'stmt:healey-x-post',
  ],
);

const someOf = (words: Record<string, string>) => fc.subarray(Object.values(words), { minLength: 1 });
const among = (words: Record<string, string>, property: string): Field => ({
  values: someOf(words),
  holds: (thing, value: readonly unknown[]) => value.includes(thing.properties[property]),
});
const pointsAt = (link: string): Field => ({
  values: refs,
  holds: (thing, ref: string) => thing.links[link]!.includes(ref),
});
const pointsAtOne = (link: string): Field => ({
  values: fc.uniqueArray(refs, { minLength: 1, maxLength: 3 }),
  holds: (thing, given: readonly string[]) => given.some((ref) => thing.links[link]!.includes(ref)),
});
const lies = (prefix: string): Field => ({
  values: fc
    .record({ from: days, to: days, match: fc.constantFrom('POSSIBLY', 'CERTAINLY') }, { requiredKeys: [] })
    .filter(({ from, to }) => from === undefined || to === undefined || from <= to),
  holds: ({ properties }, { from, to, match }: { from?: string; to?: string; match?: string }) => {
    if (from === undefined && to === undefined) return true;
    const window = Object.fromEntries(
      ['From', 'Until', 'Exact'].map((end) => [end.toLowerCase(), properties[`${prefix}${end}`]]),
    ) as unknown as Window;
    return (match === 'CERTAINLY' ? certainly : possibly)(window, { from, to });
  },
});

const pointsAtAll = (link: string): Field => ({
  values: fc.uniqueArray(refs, { maxLength: 2 }),
  holds: (thing, given: readonly string[]) => given.every((ref) => thing.links[link]!.includes(ref)),
});

const participation: Record<string, Field> = {
  actors: pointsAtOne('actors'),
  onBehalfOf: pointsAtOne('onBehalfOf'),
  body: pointsAt('body'),
  roles: among(vocabulary.Role, 'role'),
  statuses: among(vocabulary.ParticipationStatus, 'status'),
  levels: among(vocabulary.Level, 'level'),
  modes: among(vocabulary.ParticipationMode, 'mode'),
  standings: among(vocabulary.Standing, 'standing'),
  time: lies('time'),
  includeInferred: {
    values: fc.boolean(),
    holds: ({ properties }, include: boolean) => include || properties.inferred === false,
  },
};

const kinds: {
  root: string;
  type: string;
  label: string;
  links: Record<string, string>;
  fields: Record<string, Field>;
}[] = [
  {
    root: 'claims',
    type: 'ClaimFilter',
    label: 'Claim',
    links: {
      self: '-[:NOTHING*0..0]->',
      about: '-[:SUBJECT|OBJECT|SUPPORTS|CONCERNS]->',
      document: '-[:EVIDENCE]->',
      source: '-[:ATTRIBUTED_TO]->',
    },
    fields: {
      refs: pointsAtOne('self'),
      types: among(vocabulary.ClaimType, 'type'),
      statuses: among(vocabulary.ClaimStatus, 'status'),
      attributionKinds: among(vocabulary.AttributionKind, 'attributionKind'),
      polarity: {
        values: fc.constantFrom('AFFIRMATIVE', 'NEGATIVE'),
        holds: ({ properties }, value: string) => properties.polarity === value,
      },
      reviewStates: among(vocabulary.ReviewState, 'reviewState'),
      modalities: among(vocabulary.Modality, 'modality'),
      about: pointsAt('about'),
      document: pointsAt('document'),
      source: pointsAt('source'),
      time: lies('time'),
      published: lies('published'),
      minReliability: {
        values: fc.constantFrom(...Object.values(vocabulary.Reliability)),
        holds: ({ properties }, least: vocabulary.Reliability) =>
          (properties.reliabilityRank as number) <= reliabilityRank(least),
      },
      minIndependentSources: {
        values: fc.integer({ min: 0, max: 3 }),
        holds: ({ properties }, least: number) => (properties.independentSources as number) >= least,
      },
    },
  },
  {
    root: 'participations',
    type: 'ParticipationFilter',
    label: 'Participation',
    links: { actors: '-[:OF_ACTOR]->', onBehalfOf: '-[:ON_BEHALF_OF]->', body: '-[:IN_EVENT]->()-[:OF_BODY]->' },
    fields: participation,
  },
  {
    root: 'statements',
    type: 'StatementFilter',
    label: 'Statement',
    links: {
      self: '-[:NOTHING*0..0]->',
      speakers: '-[:MADE_BY]->',
      onBehalfOf: '-[:AS_POST]->()-[:POST_OF]->',
      topic: '-[:ABOUT_TOPIC]->',
      about: '-[:ABOUT_TOPIC|ADDRESSED_TO|ON_OCCASION]->',
      addressee: '-[:ADDRESSED_TO]->',
      occasion: '-[:ON_OCCASION]->',
    },
    fields: {
      refs: pointsAtOne('self'),
      speakers: pointsAtOne('speakers'),
      onBehalfOf: pointsAt('onBehalfOf'),
      topic: pointsAt('topic'),
      about: pointsAt('about'),
      addressee: pointsAt('addressee'),
      occasion: pointsAt('occasion'),
      acts: among(vocabulary.SpeechAct, 'act'),
      stances: among(vocabulary.Stance, 'stance'),
      time: lies('time'),
    },
  },
  {
    root: 'meetings',
    type: 'MeetingFilter',
    label: 'Meeting',
    links: {
      self: '-[:NOTHING*0..0]->',
      body: '-[:OF_BODY]->',
      place: '-[:HELD_AT]->()-[:WITHIN*0..]->()-[:LOCATED_IN*0..1]->',
      heldAt: '-[:HELD_AT]->',
      country: '-[:HELD_AT]->()-[:LOCATED_IN*0..1]->',
      present:
        "<-[:IN_EVENT]-({status: 'ATTENDED', standing: 'ESTABLISHED', inferred: false})-[:OF_ACTOR|ON_BEHALF_OF]->",
      cancelled: "-[:PART_OF*1..]->({status: 'CANCELLED'})-[:NOTHING*0..0]->",
      topic: '-[:ABOUT_TOPIC]->',
    },
    fields: {
      refs: pointsAtOne('self'),
      actors: pointsAtAll('present'),
      kinds: among(vocabulary.MeetingKind, 'kind'),
      statuses: among(vocabulary.EventStatus, 'status'),
      modes: among(vocabulary.MeetingMode, 'mode'),
      standings: among(vocabulary.Standing, 'standing'),
      overdue: {
        values: fc.boolean(),
        holds: ({ properties, links }, wanted: boolean) => {
          const waits = ['PROPOSED', 'SCHEDULED', 'RESCHEDULED'].includes(properties.status as string);
          const isPast = properties.timeUntil !== '0000-00-00' && (properties.timeUntil as string) < TODAY;
          return wanted === (waits && isPast && links.cancelled!.length === 0);
        },
      },
      body: pointsAt('body'),
      place: pointsAt('place'),
      heldAt: pointsAt('heldAt'),
      country: {
        values: refs,
        holds: ({ links }, ref: string) => ref.startsWith('country:') && links.country!.includes(ref),
      },
      beginsIn: {
        values: fc.subarray(['2022', '2022-04', '2025', '2025-01', '2025-02', '2026'], { minLength: 1 }),
        holds: ({ properties }, given: readonly string[]) =>
          given.some((part) =>
            [properties.timeStartEarliest, properties.timeStartLatest].every((day) =>
              (day as string | null)?.startsWith(part),
            ),
          ),
      },
      topic: pointsAt('topic'),
      time: lies('time'),
    },
  },
];

describe.each(kinds)('$type', ({ root, type, label, links, fields }) => {
  let things: Thing[];
  beforeAll(async () => {
    const found = Object.entries(links).map(
      ([name, path]) => `${name}: COLLECT { MATCH (n)${path}(x) UNWIND [x.key, x.id] AS ref RETURN ref }`,
    );
    const cypher = `MATCH (n:${label}) RETURN n.key AS key, properties(n) AS properties, {${found.join(', ')}} AS links`;
    things = await database.read((tx) => tx.run<Thing>(cypher));
  });

  test('this test covers every field of the schema', () => {
    const all = Object.keys((schema.getType(type) as unknown as { getFields(): object }).getFields());
    // These have tests of their own, below and in asking.test.ts; `not` and `anyOf` are made of the others.
    const elsewhere = ['text', 'updatedSince', 'participation', 'onlyAnonymous', 'minReliability', 'not', 'anyOf'];
    expect(Object.keys(fields).sort()).toEqual(
      all.filter((name) => name in fields || !elsewhere.includes(name)).sort(),
    );
  });

  test('finds what a check of every node finds', async () => {
    const filters = fc.record(
      Object.fromEntries(
        Object.entries(fields).map(([name, { values }]) => [name, fc.option(values, { nil: undefined })]),
      ),
    );
    // Most combinations of many fields find nothing, so few are set at a time.
    const few = fc
      .tuple(filters, fc.uniqueArray(fc.constantFrom(...Object.keys(fields)), { maxLength: 3 }))
      .map(([filter, names]) =>
        Object.fromEntries(
          Object.entries(filter).filter(([name, value]) => names.includes(name) && value !== undefined),
        ),
      );
    const hasAlternatives = type !== 'StatementFilter';
    const whole = fc.record(
      {
        filter: few,
        not: hasAlternatives ? fc.option(few, { nil: undefined }) : fc.constant(undefined),
        anyOf: hasAlternatives
          ? fc.option(fc.array(few, { maxLength: 2 }), { nil: undefined })
          : fc.constant(undefined),
      },
      { requiredKeys: ['filter'] },
    );
    const query = `query ($filter: ${type}) { found: ${root}(filter: $filter, first: 100) { totalCount nodes { key } } }`;
    const defaults: Record<string, unknown> = {
      ClaimFilter: { reviewStates: ['ACCEPTED', 'DISPUTED'] },
      ParticipationFilter: { standings: ['ESTABLISHED', 'ALLEGED', 'DISPUTED'] },
      StatementFilter: {},
      MeetingFilter: {},
    };
    await fc.assert(
      fc.asyncProperty(whole, async ({ filter: conditions, not, anyOf }) => {
        const asked = { ...(defaults[type] as object), ...conditions };
        const meets = (thing: Thing, all: object) =>
          Object.entries(all).every(([name, value]) => fields[name]!.holds(thing, value as never));
        const expected = things
          .filter(
            (thing) =>
              meets(thing, asked) &&
              !(not && meets(thing, not)) &&
              (!anyOf || anyOf.some((each) => meets(thing, each))),
          )
          .map(({ key }) => key);
        const filter = { ...conditions, ...(not && { not }), ...(anyOf && { anyOf }) };
        const { found } = await dataOf<{ found: { totalCount: number; nodes: { key: string }[] } }>(engine, query, {
          filter,
        });
        expect(found.nodes.map(({ key }) => key).sort()).toEqual(expected.sort());
        expect(found.totalCount).toBe(expected.length);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});

test('a filter by participation: one participation has to meet all conditions', async () => {
  const filter = 'participation: {actors: ["official:john-healey"], roles: [CHAIR], statuses: [PLANNED]}';
  const none = await dataOf(engine, `{ meetings(filter: {${filter}}) { totalCount } }`);
  // He is invited to chair, and planned to attend; planned to chair he is nowhere.
  expect(none).toEqual({ meetings: { totalCount: 0 } });
  const invited = await dataOf(
    engine,
    `{ meetings(filter: {${filter.replace('PLANNED', 'INVITED')}}) { nodes { key } } }`,
  );
  expect(invited).toEqual({ meetings: { nodes: [{ key: 'meeting:udcg-26' }] } });
});

test('a time of which only the last day is known is certainly before a later day', async () => {
  const query =
    '{ claims(filter: {types: [CONSULTED], time: {to: "2025-02-12", match: CERTAINLY}}) { nodes { key time { edtf } } } }';
  const before = { key: 'c010', time: { edtf: '[..2025-02-11]' } };
  const within = { key: 'c011', time: { edtf: '[2021-01-20..2025-01-20]' } };
  expect(await dataOf(engine, query)).toEqual({ claims: { nodes: [before, within] } });
  const fromADay = query.replace('to:', 'from: "2021-01-01", to:');
  expect(await dataOf(engine, fromADay)).toEqual({ claims: { nodes: [within] } });
});

test('a filter by words of a name, in any script, and of a gist', async () => {
  const query = `{ officials(filter: {text: "希利"}) { nodes { key } } countries(text: "united") { nodes { key } }
    meetings(filter: {text: "munich"}) { nodes { key } } documents(text: "healey x") { nodes { key } }
    statements(filter: {text: "readiness"}) { totalCount } none: countries(text: "?") { totalCount } }`;
  expect(await dataOf(engine, query)).toMatchObject({
    officials: { nodes: [{ key: 'official:john-healey' }] },
    countries: { nodes: [{ key: 'country:GB' }, { key: 'country:US' }] },
    meetings: { nodes: [{ key: 'meeting:msc-2025' }] },
    documents: { nodes: [{ key: 'doc:healey-x-post' }] },
    none: { totalCount: 0 },
  });
});

test('a filter of officials by the post that they hold: one tenure has to meet all conditions', async () => {
  const keys = async (filter: string) => {
    const query = `{ officials(filter: {${filter}}) { nodes { key } } }`;
    const { officials } = await dataOf<{ officials: { nodes: { key: string }[] } }>(engine, query);
    return officials.nodes.map(({ key }) => key);
  };
  expect(await keys('post: "post:us-defense-secretary", on: "2025-02-08"')).toEqual(['official:pete-hegseth']);
  expect(await keys('post: "post:us-defense-secretary", on: "2023-01-01"')).toEqual([]);
  expect(await keys('post: "post:us-defense-secretary", levels: [AMBASSADOR]')).toEqual([]);
  expect(await keys('country: "country:US", levels: [MINISTER]')).toEqual(['official:pete-hegseth']);
});
