import { describe, expect, test } from '@jest/globals';
import { decide, RULES, standingOf, type Assertion } from '../../../src/domain/claims/resolution.ts';
import { parseTime, windowOf } from '../../../src/domain/time/time.ts';
import { claim, related, shown, timed, type Told } from './claims.ts';

const brussels = 'place:brussels';
const ramstein = 'place:ramstein-air-base';

describe('which value a fact shows', () => {
  test('the only one there is, and none where nothing is said', () => {
    expect(shown([claim('c1', brussels)])).toBe('place:brussels by c1');
    expect(shown([])).toBe('null by null');
    expect(decide([])).toEqual({ value: null, follows: null, rule: null, disputed: false, among: [] });
  });

  test('what sources agree on is no conflict', () => {
    expect(shown([claim('c10', brussels), claim('c2', brussels)])).toBe('place:brussels by c2');
  });

  test('without a rule to choose there is no winner', () => {
    expect(shown([claim('c1', brussels), claim('c2', ramstein)])).toBe('null DISPUTED among c1 c2');
  });

  /** Each pair differs in one respect only, and the first is expected to win by the rule. */
  test.each<[keyof typeof RULES, Assertion, Assertion]>([
    ['REVIEWED_FIRST', claim('c2', brussels, { reviewed: true }), claim('c1', ramstein)],
    ['REVIEWED_FIRST', claim('c2', brussels), claim('c1', ramstein, { reviewState: 'DISPUTED' })],
    ['REVIEWED_FIRST', claim('c2', brussels), claim('c1', ramstein, { reviewState: 'DISPUTED', reviewed: true })],
    ['OUTCOME_BEFORE_PLAN', claim('c2', brussels), claim('c1', ramstein, { modality: 'PLANNED' })],
    [
      'OUTCOME_BEFORE_PLAN',
      claim('c2', brussels, { modality: 'ONGOING' }),
      claim('c1', ramstein, { modality: 'EXPECTED' }),
    ],
    [
      'OUTCOME_BEFORE_PLAN',
      claim('c2', brussels, { modality: 'EXPECTED' }),
      claim('c1', ramstein, { modality: 'POSSIBLE' }),
    ],
    [
      'MORE_RELIABLE_DOCUMENT',
      claim('c2', brussels, { reliabilityRank: 1 }),
      claim('c1', ramstein, { reliabilityRank: 2 }),
    ],
    ['NEARER_SOURCE', claim('c2', brussels, { attributionKind: 'OFFICIAL_RECORD' }), claim('c1', ramstein)],
    ['NEARER_SOURCE', claim('c2', brussels), claim('c1', ramstein, { attributionKind: 'HEADLINE' })],
    ['MORE_SOURCES', claim('c2', brussels, { origins: ['org:a', 'org:b'] }), claim('c1', ramstein)],
    [
      'LATER_RECORDED',
      claim('c2', brussels, { documents: ['doc:d'], recordedAt: '2025-01-02T00:00:00Z' }),
      claim('c1', ramstein, { documents: ['doc:d', 'doc:e'], recordedAt: '2025-01-01T00:00:00Z' }),
    ],
  ])('%s', (rule, winner, loser) => {
    const decision = { value: brussels, follows: 'c2', rule, disputed: false, among: ['c1', 'c2'] };
    expect(decide([winner, loser])).toEqual(decision);
    expect(decide([loser, winner])).toEqual(decision);
  });

  test('every rule comes before those after it', () => {
    const plan = { modality: 'PLANNED' } as const;
    // From the last rule to the first, each winner loses to the next by a rule that is asked earlier.
    const once = { ...plan, attributionKind: 'HEADLINE', on: '2025-01-01', documents: ['doc:d'] } as const;
    const claims = [
      claim('c0', 'z', { ...once, recordedAt: '2025-01-02' }),
      claim('c00', 'y', { ...once, recordedAt: '2025-01-03' }),
      claim('c1', 'a', { ...plan, origins: ['org:a', 'org:b'], attributionKind: 'HEADLINE', on: '2025-01-01' }),
      claim('c2', 'b', { ...plan, attributionKind: 'OFFICIAL_RECORD', on: '2025-01-01' }),
      claim('c3', 'c', { ...plan, on: '2025-01-02' }),
      claim('c4', 'd', { ...plan, reliabilityRank: 0, on: '2024-01-01' }),
      claim('c5', 'e', { reliabilityRank: 3 }),
      claim('c6', 'f', { ...plan, reviewed: true }),
    ];
    const winners = claims.map((_, index) => decide(claims.slice(0, index + 1)));
    expect(winners.map(({ follows }) => follows)).toEqual(['c0', 'c00', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
    expect(winners.slice(1).map(({ rule }) => rule)).toEqual(Object.keys(RULES).toReversed());
  });

  test('the rule named is the last that was needed', () => {
    const winner = claim('c1', brussels, { reliabilityRank: 0 });
    const plan = claim('c2', ramstein, { modality: 'PLANNED' });
    const lesser = claim('c3', 'place:kyiv', { reliabilityRank: 1 });
    expect(decide([winner, plan]).rule).toBe('OUTCOME_BEFORE_PLAN');
    expect(decide([winner, plan, lesser]).rule).toBe('MORE_RELIABLE_DOCUMENT');
  });

  test('hearsay of an outcome does not unmake a plan', () => {
    const planned = claim('c1', 'PLANNED', { modality: 'PLANNED' });
    const rumour = claim('c2', 'ATTENDED', { attributionKind: 'ANONYMOUS' });
    expect(shown([planned, rumour])).toBe('PLANNED by c1');
    expect(shown([planned, rumour, claim('c3', 'ATTENDED')])).toBe('ATTENDED by c3');
  });

  test('another document, or another voice in it, is another source, whose later word replaces nothing', () => {
    const early = claim('c1', brussels, { documents: ['doc:d'], recordedAt: '2025-01-01' });
    const late = { recordedAt: '2025-01-02' };
    expect(shown([early, claim('c2', ramstein, { ...late, documents: ['doc:e'] })])).toBe('null DISPUTED among c1 c2');
    expect(shown([early, claim('c2', ramstein, { ...late, documents: ['doc:d'], origins: ['org:two'] })])).toBe(
      'null DISPUTED among c1 c2',
    );
  });

  test('a reprint adds no source to a value, a second voice does', () => {
    const cna = { origins: ['org:cna'] };
    const claims = [
      claim('c1', brussels, cna),
      claim('c2', brussels, cna),
      claim('c3', ramstein, { origins: ['org:x'] }),
    ];
    expect(shown(claims)).toBe('null DISPUTED among c1 c2 c3');
    expect(shown([...claims, claim('c4', brussels, { origins: ['org:the-times'] })])).toBe(
      'place:brussels by c1, MORE_SOURCES among c1 c2 c3 c4',
    );
  });

  test('retracted and corrected claims no longer count', () => {
    const gone = [claim('c2', ramstein, { reviewState: 'RETRACTED' }), claim('c3', 'x', { reviewState: 'CORRECTED' })];
    expect(shown([claim('c1', brussels), ...gone])).toBe('place:brussels by c1');
    expect(related([claim('c1', brussels), ...gone])).toEqual([]);
  });
});

describe('plans', () => {
  const plan = (key: string, edtf: string, on?: string, told = {}) =>
    timed(key, edtf, { modality: 'PLANNED', on, ...told });

  test('of two plans the one published later counts, whichever was entered first; the change is no contradiction', () => {
    const claims = [plan('c1', '2025-02-13', '2025-02-03'), plan('c2', '2025-02-12', '2025-01-20')];
    expect(shown(claims)).toBe('2025-02-13 by c1, LATER_PLAN');
    expect(related(claims)).toEqual(['c1 SUPERSEDES c2']);
  });

  test('where it is not known which was published later, they contradict', () => {
    for (const on of [undefined, '2025-02', '[2025-02-03..]']) {
      const claims = [plan('c1', '2025-02-13', '2025-02-03'), plan('c2', '2025-02-12', on)];
      expect(shown(claims)).toBe('[2025-02-12,2025-02-13] DISPUTED among c1 c2');
      expect(related(claims)).toEqual(['c2 CONTRADICTS c1']);
    }
  });

  test('nor where a document is undated', () => {
    const undated = { ...plan('c1', '2025-02-13'), published: windowOf(parseTime({})) };
    expect(related([undated, plan('c2', '2025-02-12', '2025-02-03')])).toEqual(['c2 CONTRADICTS c1']);
  });

  test('a later plan in a less reliable document contradicts, and does not count', () => {
    const claims = [
      plan('c1', '2025-02-12', '2025-01-20', { reliabilityRank: 0 }),
      plan('c2', '2025-02-13', '2025-02-03', { reliabilityRank: 3 }),
    ];
    expect(shown(claims)).toBe('2025-02-12 by c1, MORE_RELIABLE_DOCUMENT among c1 c2');
    expect(related(claims)).toEqual(['c2 CONTRADICTS c1']);
  });

  test('a later and coarser mention reschedules nothing', () => {
    const claims = [plan('c1', '2025-02-12', '2025-01-20'), plan('c2', '2025-02', '2025-02-03')];
    expect(shown(claims)).toBe('2025-02-12 by c1');
    expect(related(claims)).toEqual(['c1 REFINES c2']);
    expect(shown([...claims, plan('c3', '2025-02-14', '2025-01-25')])).toBe('2025-02-14 by c3, LATER_PLAN');
  });

  test('what happened confirms the plan it fits, and contradicts the one it does not', () => {
    const happened = timed('c3', '2025-02-12');
    const claims = [plan('c1', '2025-02'), plan('c2', '2025-02-13'), happened];
    expect(related(claims)).toEqual(['c2 REFINES c1', 'c3 CONFIRMS_OUTCOME c1', 'c3 CONTRADICTS c2']);
    expect(shown(claims)).toBe('2025-02-12 by c3, OUTCOME_BEFORE_PLAN among c2 c3');
  });

  test('hearsay of an outcome confirms no plan, nor does it support one', () => {
    const claims = [plan('c1', '2025-02-12'), timed('c2', '2025-02-12', { attributionKind: 'ANONYMOUS' })];
    expect(related(claims)).toEqual([]);
  });

  test('what is only alleged of a plan is confirmed by what happened, and is no source of it', () => {
    const invited = claim('c1', 'post:a', { attributionKind: 'ANONYMOUS', tellsOfPlan: true });
    expect(related([invited, claim('c2', 'post:a')])).toEqual(['c2 CONFIRMS_OUTCOME c1']);
    expect(related([invited, claim('c2', 'post:a', { attributionKind: 'ANONYMOUS' })])).toEqual([]);
    expect(related([invited, claim('c2', 'post:a', { modality: 'PLANNED' })])).toEqual(['c2 CORROBORATES c1']);
  });

  test('a plan never fills in what happened', () => {
    expect(shown([timed('c1', '2025-02'), plan('c2', '2025-02-12')])).toBe('2025-02 by c1');
  });
});

describe('an event that was moved', () => {
  const scheduled = (key: string, told: Told = {}) => claim(key, 'SCHEDULED', { modality: 'PLANNED', ...told });
  const moved = (key: string, value: string, told: Told = {}) =>
    claim(key, value, { modality: 'PLANNED', movesPlan: true, ...told });
  const on = (edtf: string) => ({ time: parseTime({ edtf }) });

  test.each(['POSTPONED', 'RESCHEDULED'])(
    'presupposes the plan that it moves, also when no page is dated: %s',
    (value) => {
      for (const [first, second] of [
        ['c1', 'c2'],
        ['c2', 'c1'],
      ] as const) {
        const claims = [scheduled(first, on('2025-06-10')), moved(second, value, on('2025-09-01'))];
        expect(related(claims)).toEqual([`${second} SUPERSEDES ${first}`]);
        expect(shown(claims)).toBe(`${value} by ${second}, LATER_PLAN`);
      }
    },
  );

  test('has its new day, which supersedes the old one', () => {
    const claims = [
      timed('c2', '2025-06-10', { modality: 'PLANNED' }),
      timed('c1', '2025-09-01', { modality: 'PLANNED', movesPlan: true }),
    ];
    expect(related(claims)).toEqual(['c1 SUPERSEDES c2']);
    expect(shown(claims)).toBe('2025-09-01 by c1, LATER_PLAN');
  });

  test('leaves a plan for the new day, one that was published later, and what happened', () => {
    const rescheduled = moved('c2', 'RESCHEDULED', { ...on('2025-09-01'), on: '2025-05-20' });
    expect(related([scheduled('c1', on('2025-09-01')), rescheduled])).toEqual(['c2 REFINES c1']);
    const again = scheduled('c1', { ...on('2025-10-01'), on: '2025-05-21' });
    expect(shown([again, rescheduled])).toBe('RESCHEDULED by c2');
    const postponed = moved('c2', 'POSTPONED', { on: '2025-05-20' });
    expect(shown([again, postponed])).toBe('SCHEDULED by c1, LATER_PLAN');
    expect(related([claim('c1', 'HELD', { on: '2025-09-02' }), postponed])).toEqual([]);
  });

  test('is not moved by a document that is less reliable', () => {
    const claims = [scheduled('c1', { reliabilityRank: 0 }), moved('c2', 'POSTPONED')];
    expect(related(claims)).toEqual(['c2 CONTRADICTS c1']);
    expect(shown(claims)).toBe('SCHEDULED by c1, MORE_RELIABLE_DOCUMENT among c1 c2');
  });
});

describe('how claims relate', () => {
  test('the later published stands to the earlier, else the later key to the earlier', () => {
    expect(related([claim('c1', 1, { on: '2025-02-03' }), claim('c2', 1, { on: '2025-01-03' })])).toEqual([
      'c1 CORROBORATES c2',
    ]);
    expect(related([claim('c10', 1), claim('c9', 1)])).toEqual(['c10 CORROBORATES c9']);
  });

  test('what a source or an analyst says supersedes is left as said, and no longer decides', () => {
    const claims = [claim('c1', brussels, { reliabilityRank: 0 }), claim('c2', ramstein, { supersedes: ['c1'] })];
    expect(related(claims)).toEqual([]);
    expect(shown(claims)).toBe('place:ramstein-air-base by c2');
    expect(shown([...claims, claim('c3', 'x', { supersedes: ['c2'] })])).toBe('x by c3');
  });

  test('a disputed or retracted claim displaces nothing, nor does a circle of claims', () => {
    const first = claim('c1', brussels);
    const over = (reviewState: Assertion['reviewState']) => claim('c2', ramstein, { supersedes: ['c1'], reviewState });
    expect(shown([first, over('DISPUTED')])).toBe('place:brussels by c1, REVIEWED_FIRST');
    expect(shown([first, over('RETRACTED')])).toBe('place:brussels by c1');
    const circle = [claim('c1', 1, { supersedes: ['c2'] }), claim('c2', 2, { supersedes: ['c3'] })];
    expect(decide([...circle, claim('c3', 3, { supersedes: ['c1'] })]).disputed).toBe(true);
  });
});

describe('the standing of a fact', () => {
  const told = claim('c1', true);
  const alleged = claim('c2', true, { attributionKind: 'ANONYMOUS' });
  const withdrawn = claim('c3', true, { reviewState: 'RETRACTED' });
  const unreliable = claim('c4', true, { reliabilityRank: 5 });
  const doubted = claim('c5', true, { reviewState: 'DISPUTED' });

  test.each([
    ['ESTABLISHED', [told, alleged], false],
    ['ALLEGED', [alleged, withdrawn], false],
    ['ALLEGED', [alleged], true],
    ['DISPUTED', [told, alleged], true],
    ['ALLEGED', [unreliable], false],
    ['ALLEGED', [doubted, alleged, unreliable], true],
    ['ESTABLISHED', [unreliable, told], false],
    ['WITHDRAWN', [withdrawn], false],
    ['WITHDRAWN', [], false],
  ])('%s', (standing, claims, disputed) => {
    expect(standingOf(claims, disputed)).toBe(standing);
  });
});

describe('a document that is known to be unreliable', () => {
  const unreliable = { reliabilityRank: 5 };

  test('comes after one that nobody has rated', () => {
    expect(shown([claim('c1', brussels, unreliable), claim('c2', ramstein)])).toBe(
      `${ramstein} by c2, MORE_RELIABLE_DOCUMENT among c1 c2`,
    );
  });

  test.each([
    ['ATTENDED', []],
    ['ABSENT', ['c2 CONTRADICTS c1']],
  ])(
    'does not make a plan come true, or come to nothing, nor confirm it, but stands against it; alone its value is shown: %s',
    (status, relations) => {
      const plan = claim('c1', 'PLANNED', { modality: 'PLANNED' });
      const rumour = claim('c2', status, unreliable);
      expect(decide([plan, rumour])).toMatchObject({ value: 'PLANNED', follows: 'c1' });
      expect(related([plan, rumour])).toEqual(relations);
      expect(decide([rumour])).toMatchObject({ value: status, follows: 'c2' });
    },
  );

  test('does not take the place of an earlier plan', () => {
    const [earlier, later] = [
      { modality: 'PLANNED', on: '2025-01-01' },
      { modality: 'PLANNED', on: '2025-01-02' },
    ] as const;
    const claims = [claim('c1', brussels, earlier), claim('c2', ramstein, { ...later, ...unreliable })];
    expect(shown(claims)).toBe(`${brussels} by c1, MORE_RELIABLE_DOCUMENT among c1 c2`);
    expect(related(claims)).toEqual(['c2 CONTRADICTS c1']);
  });
});
