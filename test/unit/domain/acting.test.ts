import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type ClaimedPresence,
  type MeetingEvidence,
  type Presence,
  actingFor,
  principalsOf,
  relateActing,
  takesPlaceOf,
  wasThere,
} from '../../../src/domain/claims/acting.ts';
import { ParticipationStatus, Role, Standing } from '../../../src/domain/vocabulary.generated.ts';
import { claim } from './claims.ts';

const planned = { modality: 'PLANNED' } as const;

/** The United Kingdom, which is to chair. */
const country = (more: Partial<ClaimedPresence> = {}): ClaimedPresence => ({
  ...{ id: 'of gb', actor: 'gb', role: 'CHAIR', status: 'PLANNED', standing: 'ESTABLISHED', inferred: false },
  ...{ principals: [], capacity: null, standsInFor: null, level: 'UNKNOWN' },
  statuses: [claim('plan', 'PLANNED', planned)],
  ...more,
});

/** Its minister, who chaired. */
const minister = (more: Partial<ClaimedPresence> = {}): ClaimedPresence => ({
  ...country({ id: 'of healey', actor: 'healey', status: 'ATTENDED', principals: ['gb'] }),
  statuses: [claim('report', 'ATTENDED')],
  ...more,
});

const meeting = (...participations: ClaimedPresence[]): MeetingEvidence => ({
  status: 'HELD',
  standing: 'ESTABLISHED',
  statuses: [claim('held', 'HELD')],
  participations,
});

const relations = (evidence: MeetingEvidence) =>
  relateActing(evidence).map(({ from, type, to }) => `${from} ${type} ${to}`);

describe('the plan of a country', () => {
  const cases: [how: string, plan: Partial<ClaimedPresence>, done: Partial<ClaimedPresence>, met: boolean][] = [
    ['to chair is met by who chaired on its behalf', {}, {}, true],
    ['to chair is not met by who was only there', {}, { role: 'ATTENDEE' }, false],
    ['to attend is met by who chaired', { role: 'ATTENDEE' }, {}, true],
    ['to speak is met by its speaker alone', { role: 'SPEAKER' }, { role: 'DELEGATION_HEAD' }, false],
    ['to observe is met by anyone there for it', { role: 'OBSERVER' }, { role: 'DELEGATE' }, true],
    ['is met by one of several for whom somebody came', {}, { principals: ['nato', 'gb'] }, true],
    ['is not met by somebody for another country', {}, { principals: ['us'] }, false],
    ['is not met by somebody for nobody', {}, { principals: [] }, false],
    ['is not met by an invitation', {}, { status: 'INVITED', statuses: [claim('report', 'INVITED', planned)] }, false],
    ['is not met by a plan', {}, { status: 'PLANNED', statuses: [claim('report', 'PLANNED', planned)] }, false],
    ['is not met by an alleged attendance', {}, { standing: 'ALLEGED' }, false],
    ['is not met by a disputed attendance', {}, { standing: 'DISPUTED' }, false],
    ['is not met by an inferred attendance', {}, { inferred: true }, false],
    ['that was confirmed is met too', { statuses: [claim('plan', 'CONFIRMED', planned)] }, {}, true],
    ['that was announced is met too', { statuses: [claim('plan', 'PLANNED')] }, {}, true],
    ['is no invitation', { statuses: [claim('plan', 'INVITED', planned)] }, {}, false],
    ['is no refusal', { statuses: [claim('plan', 'DECLINED', planned)] }, {}, false],
    [
      'is no plan to stay away',
      { statuses: [claim('plan', 'PLANNED', { ...planned, polarity: 'NEGATIVE' })] },
      {},
      false,
    ],
    [
      'is not met by an unreliable report',
      {},
      { statuses: [claim('report', 'ATTENDED', { reliabilityRank: 5 })] },
      false,
    ],
    [
      'that ended is not met',
      { statuses: [claim('plan', 'PLANNED', { ...planned, reviewState: 'RETRACTED' })] },
      {},
      false,
    ],
    [
      'is not met by what was taken back',
      {},
      { statuses: [claim('report', 'ATTENDED', { reviewState: 'RETRACTED' })] },
      false,
    ],
    ['is not met by the claim that tells of it', { statuses: [claim('report', 'PLANNED', planned)] }, {}, false],
  ];

  test.each(cases)('%s', (_how, plan, done, met) => {
    const evidence = meeting(country(plan), minister(done));
    expect(relations(evidence)).toEqual(met ? ['report CONFIRMS_OUTCOME plan'] : []);
  });

  test('is related at the participation that it is about', () => {
    expect(relateActing(meeting(country(), minister()))).toMatchObject([{ participation: 'of gb' }]);
  });
});

describe('the plan of an official', () => {
  const official = (more: Partial<ClaimedPresence> = {}) => country({ actor: 'healey', principals: ['gb'], ...more });

  test.each<[how: string, plan: Partial<ClaimedPresence>, done: Partial<ClaimedPresence>, met: boolean]>([
    ['to attend is met by speaking there', { role: 'ATTENDEE' }, { role: 'SPEAKER' }, true],
    ['to lead a delegation is met by being there', { role: 'DELEGATION_HEAD' }, { role: 'ATTENDEE' }, true],
    ['to chair is not met by being there', {}, { role: 'ATTENDEE' }, false],
    ['to attend is not met by an allegation', { role: 'ATTENDEE' }, { standing: 'ALLEGED' }, false],
    ['to attend is not met by another one of the country', { role: 'ATTENDEE', actor: 'lammy' }, {}, false],
    [
      'is not met by a claim about it too',
      { role: 'ATTENDEE', statuses: [...country().statuses, claim('report', 'ATTENDED')] },
      {},
      false,
    ],
  ])('%s', (_how, plan, done, met) => {
    expect(relations(meeting(official(plan), minister(done)))).toEqual(met ? ['report CONFIRMS_OUTCOME plan'] : []);
  });
});

describe('the plan to convene or host', () => {
  const host = (more: Partial<ClaimedPresence> = {}) => country({ role: 'HOST', ...more });
  const belgium = (more: Partial<ClaimedPresence> = {}) =>
    host({ id: 'of be', actor: 'be', statuses: [claim('other', 'PLANNED', planned)], ...more });

  test.each<[how: string, evidence: MeetingEvidence, met: string[]]>([
    ['is met by the meeting held', meeting(host()), ['plan']],
    ['is met by it for a convener', meeting(host({ role: 'CONVENER' })), ['plan']],
    ['is not met by it for a chair', meeting(country()), []],
    [
      'is met by those who attended, where nobody else says that it was held',
      {
        ...meeting(host(), belgium({ role: 'ATTENDEE', status: 'ATTENDED', statuses: [claim('held', 'ATTENDED')] })),
        statuses: [claim('c1', 'SCHEDULED', planned)],
      },
      ['plan'],
    ],
    ['is not met by a meeting still to come', { ...meeting(host()), status: 'SCHEDULED' }, []],
    ['is not met by a meeting only alleged', { ...meeting(host()), standing: 'ALLEGED' }, []],
    ['is not met where sources name another', meeting(host(), belgium()), []],
    [
      'is not met where another did so',
      meeting(host(), belgium({ status: 'ATTENDED', statuses: [claim('x', 'ATTENDED')] })),
      [],
    ],
    [
      'is met where another declined',
      meeting(host(), belgium({ status: 'DECLINED', statuses: [claim('x', 'DECLINED')] })),
      ['plan'],
    ],
    [
      'is met where who named another took it back',
      meeting(host(), belgium({ statuses: [claim('other', 'PLANNED', { ...planned, reviewState: 'RETRACTED' })] })),
      ['plan'],
    ],
    ['is met where another has another role', meeting(host(), belgium({ role: 'CHAIR' })), ['plan']],
    [
      'is met where its minister is to do so',
      meeting(host(), minister({ role: 'HOST', status: 'INVITED', statuses: [claim('x', 'INVITED', planned)] })),
      ['plan'],
    ],
  ])('%s', (_how, evidence, met) => {
    expect(relations(evidence)).toEqual(met.map((plan) => `held CONFIRMS_OUTCOME ${plan}`));
  });
});

test('who stood in for another contradicts the plan that the other comes, in whatever role', () => {
  const expected = country({ actor: 'crosetto', role: 'SPEAKER' });
  const standIn = minister({ principals: ['it'], role: 'ATTENDEE', standsInFor: 'crosetto' });
  expect(relations(meeting(expected, standIn))).toEqual(['report CONTRADICTS plan']);
  expect(relations(meeting(expected, { ...standIn, status: 'PLANNED' }))).toEqual([]);
});

test('who acts for a country is named whatever became of it, but not who stayed away or of whom nothing is left', () => {
  const all = [
    minister({ id: 'invited', status: 'INVITED' }),
    minister({ id: 'alleged', standing: 'ALLEGED' }),
    minister({ id: 'absent', status: 'ABSENT' }),
    minister({ id: 'declined', status: 'DECLINED' }),
    minister({ id: 'withdrawn', standing: 'WITHDRAWN' }),
    minister({ id: 'guest', role: 'ATTENDEE' }),
    country({ principals: ['gb'] }),
  ];
  expect(actingFor(country(), all).map(({ id }) => id)).toEqual(['invited', 'alleged']);
  expect(all.filter(wasThere).map(({ id }) => id)).toEqual(['guest']);
});

const OWN = new Set<Role>(['CHAIR', 'CONVENER', 'HOST', 'ORGANIZER', 'SPEAKER', 'MEDIATOR']);

const presence: fc.Arbitrary<Presence> = fc.record({
  id: fc.uuid(),
  actor: fc.constantFrom('gb', 'us', 'healey', 'hegseth'),
  role: fc.constantFrom(...Object.values(Role)),
  status: fc.constantFrom(...Object.values(ParticipationStatus)),
  standing: fc.constantFrom(...Object.values(Standing)),
  inferred: fc.boolean(),
  principals: fc.subarray(['gb', 'us']),
  capacity: fc.constantFrom(null, 'minister', 'deputy'),
  standsInFor: fc.constantFrom(null, 'healey', 'hegseth'),
  level: fc.constantFrom('MINISTER', 'DEPUTY_MINISTER', 'UNKNOWN'),
});

describe('a country by somebody unnamed and a named one on its behalf', () => {
  const unnamed = (more: Partial<ClaimedPresence> = {}) => country({ status: 'ATTENDED', ...more });
  const cases: [how: string, unnamed: Partial<ClaimedPresence>, named: Partial<ClaimedPresence>, one: boolean][] = [
    ['are one where nothing more is said of the unnamed', {}, { level: 'MINISTER' }, true],
    ['are one at the same level', { level: 'DEPUTY_MINISTER' }, { level: 'DEPUTY_MINISTER' }, true],
    ['are two at different levels', { level: 'DEPUTY_MINISTER' }, { level: 'AMBASSADOR' }, false],
    ['are two where the level of the named one is not known', { level: 'DEPUTY_MINISTER' }, {}, false],
    ['are one in one post', { capacity: 'deputy' }, { capacity: 'deputy' }, true],
    ['are two in two posts', { capacity: 'deputy' }, { capacity: 'other' }, false],
    ['are one where the named one may stand in', { standsInFor: 'lammy' }, {}, true],
    ['are two in place of two', { standsInFor: 'lammy' }, { standsInFor: 'hegseth' }, false],
    ['are two where the named one is the one stood in for', { standsInFor: 'healey' }, {}, false],
    ['are one where the country was only to come', { status: 'PLANNED', level: 'DEPUTY_MINISTER' }, {}, true],
    ['are two where nobody was there yet', {}, { status: 'PLANNED' }, false],
  ];
  test.each(cases)('%s', (_how, of, named, one) => {
    expect(takesPlaceOf(minister(named), unnamed(of))).toBe(one);
  });

  test('no level at which somebody was there is lost', () => {
    fc.assert(
      fc.property(presence, presence, (acting, principal) => {
        if (!takesPlaceOf(acting, principal) || principal.status !== 'ATTENDED') return;
        expect([acting.level, 'UNKNOWN']).toContain(principal.level);
        expect(wasThere(acting)).toBe(true);
      }),
    );
  });
});

test('a country or organization takes part for itself, whatever post somebody unnamed has', () => {
  expect(principalsOf([], ['gb', 'mod'], true)).toEqual(['gb', 'mod']);
  expect(principalsOf(['gb'], ['gb', 'mod'], true)).toEqual(['gb', 'mod']);
  expect(principalsOf([], ['gb', 'mod'], false)).toEqual([]);
  expect(principalsOf(['eu'], ['gb', 'mod'], false)).toEqual(['eu']);
});

test('a plan is confirmed by exactly those of whom it says that they acted, or were there in another role, and the order does not matter', () => {
  fc.assert(
    fc.property(fc.array(presence, { maxLength: 6 }), (presences) => {
      const participations = presences.map((each, index) => ({
        ...each,
        statuses: [claim(`p${index}`, 'PLANNED', planned), claim(`a${index}`, 'ATTENDED')],
      }));
      const evidence: MeetingEvidence = { ...meeting(...participations), status: 'SCHEDULED' };
      const confirmed = relateActing(evidence).filter(({ type }) => type === 'CONFIRMS_OUTCOME');
      for (const principal of participations) {
        const isGuest = !OWN.has(principal.role);
        const inOtherRoles = participations.filter(
          ({ actor, id }) => isGuest && actor === principal.actor && id !== principal.id,
        );
        const acting = [...actingFor(principal, participations), ...inOtherRoles].filter(wasThere);
        const expected = new Set(acting.map(({ statuses }) => statuses[1]!.claim));
        const found = confirmed.filter(({ to }) => to === principal.statuses[0]!.claim);
        expect(new Set(found.map(({ from }) => from))).toEqual(expected);
      }
      const lines = (each: MeetingEvidence) => relations(each).sort();
      expect(lines({ ...evidence, participations: participations.toReversed() })).toEqual(lines(evidence));
    }),
  );
});
