import { describe, expect, test } from '@jest/globals';
import { deriveNodeState } from '../../../src/record/derive/node-state.ts';
import { fromThingLine } from '../../../src/record/archive/line-format.ts';
import { tenureSightings } from '../../../src/record/derive/tenure-sightings.ts';
import { nodeInput } from '../../support/node-inputs.ts';

const derived = (...input: Parameters<typeof nodeInput>) => deriveNodeState(nodeInput(...input)).derived;
const NAME = 'the 000000000009th of all';

describe('the order keys that the writer derives', () => {
  test.each([
    ['Country', 'country:GB', { sortName: `${NAME}  country:GB` }],
    ['Post', 'post:p2', { sortLevel: '05|post:p000000000002' }],
    [
      'Meeting',
      'meeting:m9',
      {
        sortTime: '2025-02-12|2025-02-12|2025-02-12|meeting:m9',
        sortOrdinal: '000026|meeting:m000000000009',
        sortName: `${NAME}  meeting:m000000000009`,
      },
    ],
    ['Development', 'development:d', { sortTime: '2025-02-01|2025-02-28|2025-02-28|development:d' }],
    [
      'Participation',
      'part:p2',
      {
        sortTime: '2025-02-12|2025-02-12|2025-02-12|part:p2',
        sortLevel: '05|part:p000000000002',
        sortName: 'ann able  official:ann|part:p000000000002',
        levelRank: 5,
        timeFrom: '2025-02-12',
        timeUntil: '2025-02-12',
        timeExact: true,
        timeGaps: null,
      },
    ],
    [
      'Tenure',
      'tenure:t',
      {
        sortTime: '2024-07-05|2024-07-05|2024-07-05|tenure:t',
      },
    ],
    ['Membership', 'membership:m', { sortTime: '2022-04-01|2022-04-30|2022-04-30|membership:m' }],
    ['Statement', 'stmt:s', { sortTime: '2025-02-11|2025-02-11|2025-02-11|stmt:s' }],
    ['Document', 'doc:d7', { sortName: 'a readout  doc:d000000000007', reliabilityRank: 0 }],
  ] as const)('for a %s', (type, key, expected) => {
    expect(derived(type, key).properties).toMatchObject(expected);
  });

  test('put what is unknown last', () => {
    const unknown = { time: undefined, ordinal: undefined };
    expect(derived('Meeting', 'meeting:m', unknown).properties).toMatchObject({
      sortTime: '~|~|~|meeting:m',
      sortOrdinal: '~|meeting:m',
    });
  });

  test('are made again from an exported line', () => {
    const line = {
      record: 'thing',
      id: 'i',
      key: 'meeting:m9',
      type: 'Meeting',
      holds: { updatedAt: '2025' },
    } as const;
    expect(fromThingLine(line)).toMatchObject({
      sortKey: 'meeting:m000000000009',
      sortUpdated: '2025|meeting:m000000000009',
    });
  });
});

test('a membership is a shortcut from the member to the organization, with its window', () => {
  expect(derived('Membership', 'membership:m').relationships).toMatchObject([
    {
      type: 'MEMBER_OF',
      properties: { fact: 'id of membership:m', possibleFrom: '2022-04-01', possibleUntil: '9999-99-99' },
    },
  ]);
});

describe('when the sources of a tenure show its holder in office', () => {
  type Sources = Parameters<typeof tenureSightings>[0];
  const [claim] = nodeInput('Tenure', 'tenure:t').claims;
  const sightings = (...all: { values: object; metadata?: object }[]) => {
    const claims = all.map(({ values, metadata }) => ({
      ...claim!,
      values,
      metadata: { ...claim!.metadata, ...metadata },
    }));
    const { seenAt, saidOver } = tenureSightings(claims as Sources);
    return [seenAt, saidOver].map((times) => times.map(({ edtf }) => edtf));
  };
  const observedAt = { edtf: '2025-01-10' };

  test('is the day of a source that calls them current, not of one that says it is over or to come', () => {
    expect(sightings({ values: { status: 'CURRENT', observedAt } })).toEqual([['2025-01-10'], []]);
    expect(sightings({ values: { status: 'ENDED', observedAt } })).toEqual([[], ['2025-01-10']]);
    expect(sightings({ values: { status: 'NOMINATED', observedAt } })).toEqual([[], []]);
  });

  test('is some day before an undated source was recorded', () => {
    expect(sightings({ values: { status: 'CURRENT' } })).toEqual([['[..2025-02-12]'], []]);
  });

  test('is nothing that was retracted, denied or disputed', () => {
    const values = { status: 'CURRENT', observedAt };
    for (const metadata of [{ reviewState: 'RETRACTED' }, { reviewState: 'DISPUTED' }, { polarity: 'NEGATIVE' }]) {
      expect(sightings({ values, metadata })).toEqual([[], []]);
    }
  });
});

describe('a meeting and its attendance tell one story', () => {
  const [report] = nodeInput('Participation', 'part:p').claims;
  const attended = { ...report!, id: 'attended', metadata: { ...report!.metadata, claim: 'c2' } };
  const [held] = nodeInput('Meeting', 'meeting:m').claims;
  const ended = { ...held!, metadata: { ...held!.metadata, reviewState: 'RETRACTED' as const } };
  const claims = [ended];
  const meeting = (more: object) =>
    deriveNodeState({ ...nodeInput('Meeting', 'meeting:m'), descriptions: [], ...more });

  test('a meeting without claims of its own is held by who attended it, without time', () => {
    expect(meeting({ claims, attendance: [attended] }).derived.properties).toMatchObject({
      ...{ status: 'HELD', standing: 'ESTABLISHED', timeEdtf: null, kind: 'CONFERENCE' },
    });
    expect(meeting({ claims }).derived.properties).toMatchObject({ standing: 'WITHDRAWN', timeEdtf: '2025-02-12' });
  });

  test('while it is only alleged that somebody attended, the meeting keeps its status and is alleged', () => {
    const alleged = { ...attended, metadata: { ...attended.metadata, status: 'ALLEGED' as const } };
    expect(meeting({ claims, attendance: [alleged] }).derived.properties).toMatchObject({
      ...{ status: 'HELD', standing: 'ALLEGED', timeEdtf: '2025-02-12' },
    });
  });

  test('who attended a meeting that follows others is disputed, and has their conflict with its own claims alone', () => {
    const among = [
      { id: 'claim', key: 'c1', value: 'HELD', ofMeeting: false },
      { id: 'cancelled', key: 'c2', value: 'CANCELLED', ofMeeting: true },
      { id: 'of another', key: 'c3', value: 'HELD', ofMeeting: false },
    ];
    const excludedBy = { among, follows: 'cancelled', rule: 'MORE_RELIABLE_DOCUMENT' };
    const excluded = deriveNodeState({ ...nodeInput('Participation', 'part:p'), excludedBy });
    expect(excluded.derived.properties).toMatchObject({ standing: 'DISPUTED', excludedByMeeting: true });
    expect(excluded.derived.conflicts).toMatchObject([
      { slot: 'part:p|meeting.status', among: ['claim', 'cancelled'], follows: 'cancelled', rule: excludedBy.rule },
    ]);
    expect(excluded.state.conflicts).toMatchObject([
      { claims: ['c1', 'c2'], values: ['HELD', 'CANCELLED'], follows: 'c2' },
    ]);

    for (const other of [{ among: among.slice(1), follows: 'cancelled', rule: null }, null]) {
      const sound = deriveNodeState({ ...nodeInput('Participation', 'part:p'), excludedBy: other });
      expect(sound.derived.properties).toMatchObject({ standing: 'ESTABLISHED', excludedByMeeting: null });
    }
    const absent = deriveNodeState({ ...nodeInput('Participation', 'part:p', { status: 'ABSENT' }), excludedBy });
    expect(absent.derived.properties).toMatchObject({ standing: 'ESTABLISHED' });
  });
});

describe('who is said to have stayed away, and to have been there', () => {
  const [report] = nodeInput('Participation', 'part:p').claims;
  const contrary = (reliabilityRank: number) => [
    {
      ...report!,
      id: 'absence',
      metadata: { ...report!.metadata, claim: 'c2', reliabilityRank },
      values: { status: 'ABSENT' },
    },
  ];
  const seen = (reliabilityRank: number) => {
    const { derived, state } = deriveNodeState({
      ...nodeInput('Participation', 'part:p'),
      contrary: contrary(reliabilityRank),
    });
    const [conflict] = derived.conflicts;
    expect(derived.conflicts).toMatchObject([{ slot: 'part:p|status', among: ['claim', 'absence'] }]);
    expect(state.conflicts).toMatchObject([{ claims: ['c1', 'c2'], values: ['ATTENDED', 'ABSENT'] }]);
    return [derived.properties.status, derived.properties.standing, conflict!.follows];
  };

  test('keeps its own status, and is disputed unless the rules prefer its own claims', () => {
    expect(seen(0)).toEqual(['ATTENDED', 'DISPUTED', null]);
    expect(seen(3)).toEqual(['ATTENDED', 'ESTABLISHED', 'claim']);
    const weak = nodeInput('Participation', 'part:p');
    const claims = weak.claims.map((each) => ({ ...each, metadata: { ...each.metadata, reliabilityRank: 4 } }));
    const { derived } = deriveNodeState({ ...weak, claims, contrary: contrary(0) });
    expect(derived.properties).toMatchObject({ status: 'ATTENDED', standing: 'DISPUTED' });
    expect(derived.conflicts).toMatchObject([{ follows: 'absence', rule: 'MORE_RELIABLE_DOCUMENT' }]);
  });
});

describe('what documents and claims say of a place', () => {
  const operator = (value: string, reviewState: 'ACCEPTED' | 'RETRACTED', rank = 0) => {
    const place = nodeInput('Place', 'place:p', { operatedBy: 'country' });
    const [located] = nodeInput('Place', 'place:p').claims;
    const claims = [
      {
        ...located!,
        type: 'OPERATED_BY' as const,
        values: { operatedBy: value },
        metadata: { ...located!.metadata, reviewState, reliabilityRank: rank },
      },
    ];
    const { derived, state } = deriveNodeState({ ...place, claims });
    return { operatedBy: state.operatedBy, conflicts: derived.conflicts };
  };

  test('is compared, and listed where they differ', () => {
    expect(operator('country', 'ACCEPTED')).toMatchObject({ operatedBy: 'country:GB', conflicts: [] });
    expect(operator('organization', 'ACCEPTED', 3)).toMatchObject({
      operatedBy: 'country:GB',
      conflicts: [
        {
          ...{ slot: 'place:p|operatedBy', among: ['claim'], values: ['org:group'], follows: null },
          ...{ documents: [{ id: 'd', value: 'country:GB' }], rule: 'MORE_RELIABLE_DOCUMENT' },
        },
      ],
    });
  });

  test('is what documents say once the claim is taken back', () => {
    expect(operator('organization', 'RETRACTED')).toMatchObject({ operatedBy: 'country:GB', conflicts: [] });
  });
});
