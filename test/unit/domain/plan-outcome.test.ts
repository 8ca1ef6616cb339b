import { describe, expect, test } from '@jest/globals';
import {
  type PlanEvidence,
  type PlannedEvent,
  type RelatedClaim,
  isCancellation,
  dueWindow,
  derivePlanOutcome,
  tellsOfPlan,
} from '../../../src/domain/claims/plan-outcome.ts';
import { type Window, parseTime, windowOf } from '../../../src/domain/time/time.ts';

const on = (edtf?: string): Window => windowOf(parseTime({ edtf }));

const related = (type: RelatedClaim['type'], more: Partial<RelatedClaim> = {}): RelatedClaim => ({
  claim: 'c2',
  type,
  isFrom: true,
  status: 'OCCURRED',
  callsOff: false,
  field: 'status',
  isUnreliable: false,
  reviewRank: 1,
  ...more,
});
const event = (status: PlannedEvent['status'], more: Partial<PlannedEvent> = {}): PlannedEvent => ({
  status,
  time: on('2025-02-12'),
  isPlanned: true,
  enclosing: [],
  cancelling: [],
  ...more,
});
const plan = (more: Partial<PlanEvidence>): PlanEvidence => ({
  isCancellation: false,
  isUnreliable: false,
  time: on('2025-02-12'),
  supported: [],
  related: [],
  events: [event('SCHEDULED')],
  ...more,
});

const confirmed = related('CONFIRMS_OUTCOME');
const absent = related('CONFIRMS_OUTCOME', { claim: 'c3', callsOff: true });
const otherDay = related('CONTRADICTS', { field: 'time' });
const elsewhere = related('CONTRADICTS', { claim: 'c5', field: 'place' });
const unreliable = { isUnreliable: true };
const later = related('SUPERSEDES', { claim: 'c4', status: 'PLANNED' });

describe('what became of a plan', () => {
  const cases: [what: string, evidence: Partial<PlanEvidence>, outcome: string | null][] = [
    ['of which nobody says more', {}, null],
    ['that came about', { related: [confirmed] }, 'CONFIRMED'],
    ['that itself confirms something else', { related: [related('CONFIRMS_OUTCOME', { isFrom: false })] }, null],
    ['of one who was absent', { related: [absent] }, 'CONTRADICTED'],
    ['of one who was absent, as an unreliable page says', { related: [{ ...absent, ...unreliable }] }, null],
    ['of an unreliable page too', { ...unreliable, related: [{ ...absent, ...unreliable }] }, 'CONTRADICTED'],
    [
      'against which a source set an unreliable page',
      { related: [{ ...elsewhere, ...unreliable, field: null }] },
      'CONTRADICTED',
    ],
    [
      'confirmed, and moved by an unreliable page',
      { related: [confirmed, { ...otherDay, ...unreliable }] },
      'CONFIRMED',
    ],
    [
      'for three days that became five',
      {
        time: on('2025-02-14/2025-02-16'),
        related: [confirmed, otherDay],
        events: [event('HELD', { time: on('2025-02-13/2025-02-17') })],
      },
      'RESCHEDULED',
    ],
    ['on which sources differ', { related: [confirmed, absent] }, 'CONTRADICTED'],
    ['not to come, of one who was absent', { isCancellation: true, related: [absent] }, 'CONFIRMED'],
    ['not to come, of one who came', { isCancellation: true, related: [confirmed] }, 'CONTRADICTED'],
    ['against what happened', { related: [related('CONTRADICTS', { isFrom: false })] }, 'CONTRADICTED'],
    ['against what is only alleged', { related: [related('CONTRADICTS', { status: 'ALLEGED' })] }, null],
    ['against another plan', { related: [related('CONTRADICTS', { status: 'PLANNED' })] }, null],
    ['that others tell too', { related: [related('CORROBORATES')] }, null],
    ['with a later plan', { related: [later] }, 'RESCHEDULED'],
    ['with an earlier plan', { related: [{ ...later, isFrom: false }] }, null],
    ['with a later plan not to', { related: [{ ...later, callsOff: true }] }, 'CONTRADICTED'],
    ['with a later plan, and it came about all the same', { related: [later, confirmed] }, 'CONFIRMED'],
    ['with a later plan that fits what happened', { related: [later, absent] }, 'RESCHEDULED'],
    ['for a cancelled meeting', { events: [event('CANCELLED')] }, 'CONTRADICTED'],
    ['for a session of a cancelled meeting', { events: [event('HELD', { enclosing: ['CANCELLED'] })] }, 'CONTRADICTED'],
    ['not to come to a cancelled meeting', { isCancellation: true, events: [event('CANCELLED')] }, 'OPEN'],
    ['for a meeting that was put off', { events: [event('POSTPONED')] }, 'RESCHEDULED'],
    [
      'for a session of a meeting that was put off',
      { events: [event('SCHEDULED', { enclosing: ['POSTPONED'] })] },
      'OPEN',
    ],
    ['for another day', { events: [event('RESCHEDULED', { time: on('2025-03-01') })] }, 'RESCHEDULED'],
    ['for the new day', { events: [event('RESCHEDULED', { time: on('2025-02') })] }, null],
    ['for no day', { time: on(), events: [event('RESCHEDULED', { time: on('2025-03-01') })] }, null],
    ['for a meeting whose new day is not known', { events: [event('RESCHEDULED', { time: on() })] }, null],
    ['for a meeting held', { events: [event('HELD')] }, null],
    ['that came about on another day', { related: [confirmed, otherDay] }, 'RESCHEDULED'],
    ['of which only another day is told', { related: [otherDay] }, 'RESCHEDULED'],
    ['that came about on another day and elsewhere', { related: [confirmed, otherDay, elsewhere] }, 'CONTRADICTED'],
    ['that came about elsewhere', { related: [confirmed, elsewhere] }, 'CONTRADICTED'],
    [
      'on the day of which sources differ, and the meeting follows the one that has it as planned',
      { related: [confirmed, otherDay], events: [event('HELD')] },
      'CONFIRMED',
    ],
    [
      'that came about on another day, as the meeting has it',
      { related: [confirmed, otherDay], events: [event('HELD', { time: on('2025-02-17') })] },
      'RESCHEDULED',
    ],
    ['for a meeting held on another day', { events: [event('HELD', { time: on('2025-02-17') })] }, 'RESCHEDULED'],
    ['for a meeting held in that month', { events: [event('HELD', { time: on('2025-02') })] }, null],
    [
      'to come to a meeting held on another day',
      { events: [event('HELD', { time: on('2025-02-17'), isPlanned: false })] },
      null,
    ],
    [
      'on another day than what an analyst says it was not',
      { related: [{ ...otherDay, field: null }] },
      'CONTRADICTED',
    ],
    ['to stay away, on another day than one was there', { isCancellation: true, related: [otherDay] }, 'CONTRADICTED'],
    ['for no event', { events: [] }, null],
  ];

  test.each(cases)('%s', (_what, evidence, outcome) => {
    expect(derivePlanOutcome(plan(evidence)).outcome).toBe(outcome);
  });

  test('is told with those on whose word, each once', () => {
    const cancelled = event('CANCELLED', { cancelling: ['c9', 'c3'] });
    expect(derivePlanOutcome(plan({ related: [confirmed, absent, absent, later], events: [cancelled] }))).toMatchObject(
      {
        confirming: ['c2'],
        contradicting: ['c3', 'c9'],
      },
    );
    expect(derivePlanOutcome(plan({ isCancellation: true, related: [absent], events: [cancelled] }))).toMatchObject({
      confirming: ['c3'],
      contradicting: [],
    });
  });
});

describe('a plan is told of', () => {
  const claim = { type: 'ATTENDS', status: 'PLANNED', live: true } as const;
  test.each([
    ['by what is planned', claim, ['PLANNED', 'CHAIR'], true],
    ['by what is expected', { ...claim, status: 'EXPECTED' }, [], true],
    ['by a new day', { ...claim, type: 'STATUS' }, ['RESCHEDULED'], true],
    ['not by what happened', { ...claim, status: 'OCCURRED' }, ['ATTENDED'], false],
    ['not by a claim that ended', { ...claim, live: false }, ['PLANNED'], false],
    ['not by a request', { ...claim, type: 'REQUESTED' }, [], false],
    ['not by an aim', { ...claim, type: 'PURSUES' }, [], false],
    ['not by a motive', { ...claim, type: 'MOTIVE', status: 'EXPECTED' }, [], false],
    ['not by an invitation, which was sent', claim, ['INVITED'], false],
    ['by an invitation with a plan beside it', claim, ['INVITED', 'SCHEDULED'], true],
    ['not by a postponement, which has happened', { ...claim, type: 'STATUS' }, ['POSTPONED'], false],
  ] as const)('%s', (_how, told, values, expected) => {
    expect(tellsOfPlan(told, values)).toBe(expected);
  });
});

test('a claim calls off by its polarity, or by a word for it', () => {
  expect(isCancellation('NEGATIVE', ['ATTENDED'])).toBe(true);
  expect(isCancellation('AFFIRMATIVE', ['ATTENDED', 'CHAIR'])).toBe(false);
  for (const word of ['CANCELLED', 'ABSENT', 'DECLINED', 'NOT_TAKEN_UP']) {
    expect(isCancellation('AFFIRMATIVE', [{ edtf: '2025' }, word])).toBe(true);
  }
});

test.each([
  ['at the time of the claim', '2025-02-12', ['2025-03'], '2025-02-12'],
  ['else at that of what it supports', undefined, ['2025-03'], '2025-03-31'],
  ['the last of several', undefined, ['2025-03', '2025-04-01', undefined], '2025-04-01'],
  ['on no last day', '2025-02-12/..', [], '9999-99-99'],
  ['at no time that is known', undefined, [undefined], undefined],
])('a plan is due %s', (_when, time, supported, until) => {
  expect(dueWindow({ time: on(time), supported: supported.map((each) => on(each)) })?.until).toBe(until);
});
