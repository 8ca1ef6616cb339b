import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { dataOf, schema } from '../../support/query.ts';
import { type Block, type MeetingRow, freshDatabase, recordBlocks } from '../../support/recording.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

const named = (key: string) => ({ key, names: [{ value: key, lang: 'en' }] });
const meeting = (name: string, more: Partial<MeetingRow>): MeetingRow => ({
  ...named(`meeting:${name}`),
  kind: 'CONFERENCE',
  status: 'HELD',
  ...more,
});

/** A conference to which people come for different reasons, and other meetings elsewhere. */
const block: Block = {
  source: { title: 'The record', kind: 'READOUT', attributionKind: 'OFFICIAL_RECORD' },
  countries: ['DE', 'EE', 'FR', 'GB', 'UA'].map((code) => named(`country:${code}`)),
  organizations: [
    { ...named('org:nato'), kind: 'INTERGOVERNMENTAL' },
    { ...named('org:un'), kind: 'INTERGOVERNMENTAL' },
  ],
  officials: [
    ...['envoy', 'minister', 'general', 'aide', 'private'].map((name) => named(`official:${name}`)),
    ...['absentee', 'decliner'].map((name) => ({ ...named(`official:${name}`), country: 'country:FR' })),
  ],
  posts: [
    { ...named('post:gb-defence'), country: 'country:GB', level: 'MINISTER' },
    { ...named('post:nato-commander'), organization: 'org:nato', level: 'MILITARY_CHIEF' },
    { ...named('post:ee-defence'), country: 'country:EE', level: 'MINISTER' },
  ],
  places: [
    { ...named('place:munich'), kind: 'CITY', country: 'country:DE' },
    { ...named('place:hotel'), kind: 'VENUE', within: 'place:munich' },
    { ...named('place:kyiv'), kind: 'CITY', country: 'country:UA' },
  ],
  tenures: [
    {
      official: 'official:minister',
      post: 'post:gb-defence',
      status: 'ENDED',
      start: { edtf: '2024-07-05' },
      end: { edtf: '2025-03-01' },
    },
    { official: 'official:aide', post: 'post:ee-defence', status: 'CURRENT', observedAt: { edtf: '2025-02-20' } },
  ],
  meetings: [
    meeting('conference', {
      time: { edtf: '2025-02-12' },
      place: 'place:hotel',
      participants: [
        {
          actor: 'official:envoy',
          role: 'ATTENDEE',
          status: 'ATTENDED',
          onBehalfOf: 'country:UA',
          level: 'AMBASSADOR',
        },
        { actor: 'official:minister', role: 'ATTENDEE', status: 'ATTENDED', capacity: 'post:gb-defence' },
        { actor: 'country:GB', role: 'CONVENER', status: 'ATTENDED' },
        { actor: 'official:general', role: 'SPEAKER', status: 'ATTENDED', capacity: 'post:nato-commander' },
        { actor: 'org:un', role: 'OBSERVER', status: 'ATTENDED' },
        { actor: 'official:aide', role: 'ATTENDEE', status: 'ATTENDED' },
        { actor: 'official:private', role: 'ATTENDEE', status: 'ATTENDED' },
        { actor: 'official:absentee', role: 'ATTENDEE', status: 'ABSENT' },
        { actor: 'official:decliner', role: 'ATTENDEE', status: 'DECLINED' },
      ],
    }),
    meeting('in-town', { time: { edtf: '2025-02-13' }, place: 'place:munich' }),
    meeting('abroad', { time: { edtf: '2025-02-14' }, place: 'place:kyiv' }),
    meeting('nowhere', { time: { edtf: '2025-02-15' } }),
  ],
};

let engine: Engine;
beforeAll(async () => {
  const database = await freshDatabase();
  expect(await recordBlocks(database, [block])).toMatchObject({ problems: [], written: true });
  engine = createEngine({ schema, database });
}, 180_000);

interface Delegation {
  of: { key: string };
  level: string;
  participations: { actor: { key: string } }[];
}

describe('delegations', () => {
  const delegations = async (args = '') => {
    const query = `{ meeting(ref: "meeting:conference") { delegations${args} {
      of { key } level participations { actor { key } } } } }`;
    const { meeting } = await dataOf<{ meeting: { delegations: Delegation[] } }>(engine, query);
    return meeting.delegations.map(({ of, level, participations }) => [
      of.key,
      level,
      participations.map(({ actor }) => actor.key).sort(),
    ]);
  };

  test('are of the actor represented, the participant, the country or organization of the post, or the country served', async () => {
    const all = await delegations();
    expect(all.sort()).toEqual([
      ['country:EE', 'UNKNOWN', ['official:aide']],
      ['country:GB', 'MINISTER', ['country:GB', 'official:minister']],
      ['country:UA', 'AMBASSADOR', ['official:envoy']],
      ['org:nato', 'MILITARY_CHIEF', ['official:general']],
      ['org:un', 'UNKNOWN', ['org:un']],
    ]);
  });

  test('are sorted by level, the highest first, and can be filtered', async () => {
    expect((await delegations())[0]?.[0]).toBe('country:GB');
    expect(await delegations('(of: "country:UA")')).toEqual([['country:UA', 'AMBASSADOR', ['official:envoy']]]);
  });

  test('leave out actors who were absent, and participants who represent nobody', async () => {
    expect(await delegations('(of: "country:FR")')).toEqual([]);
    expect((await delegations()).flat(2)).not.toContain('official:private');
  });
});

describe('who held a post on a day', () => {
  const holding = async (post: string, date: string) => {
    const query = `{ post(ref: "post:${post}") { heldOn(date: "${date}") { certainty tenures { official { key } } } } }`;
    const { post: found } = await dataOf<{ post: { heldOn: { certainty: string; tenures: object[] } } }>(engine, query);
    return [found.heldOn.certainty, found.heldOn.tenures];
  };

  test('is certain between the days on which the tenure began and ended', async () => {
    const minister = [{ official: { key: 'official:minister' } }];
    expect(await holding('gb-defence', '2024-07-05')).toEqual(['CERTAIN', minister]);
    expect(await holding('gb-defence', '2025-02-12')).toEqual(['CERTAIN', minister]);
    expect(await holding('gb-defence', '2025-03-02')).toEqual(['UNKNOWN', []]);
  });

  test('is observed on the day of an observation, and unknown on other days', async () => {
    const aide = [{ official: { key: 'official:aide' } }];
    expect(await holding('ee-defence', '2025-02-20')).toEqual(['OBSERVED', aide]);
    expect((await holding('ee-defence', '2025-02-12'))[0]).toBe('UNKNOWN');
  });

  test('is unknown for a post without tenures, not vacant', async () => {
    expect(await holding('nato-commander', '2025-02-12')).toEqual(['UNKNOWN', []]);
  });
});

test('a filter by country finds meetings at all places in it, nested ones included', async () => {
  const at = async (place: string) => {
    const query = `{ meetings(filter: {place: "${place}"}) { totalCount nodes { key } } }`;
    const { meetings } = await dataOf<{ meetings: { totalCount: number; nodes: { key: string }[] } }>(engine, query);
    expect(meetings.totalCount).toBe(meetings.nodes.length);
    return meetings.nodes.map(({ key }) => key);
  };
  expect(await at('country:DE')).toEqual(['meeting:conference', 'meeting:in-town']);
  expect(await at('place:munich')).toEqual(['meeting:conference', 'meeting:in-town']);
  expect(await at('place:hotel')).toEqual(['meeting:conference']);
  expect(await at('country:UA')).toEqual(['meeting:abroad']);
  expect(await at('country:GB')).toEqual([]);
});
