import { describe, expect, test } from '@jest/globals';
import { decide, relate, RULES, standingOf, type Assertion, type SlotContext } from '../../../src/domain/slots.ts';
import { timeOf, windowOf } from '../../../src/domain/time.ts';
import { claim, timed } from './claims.ts';

/** What the fact shows, in a line: `place:brussels by c1, NEARER_SOURCE over c1 c2`. */
function shown(assertions: Assertion[], context?: SlotContext): string {
  const { value, follows, rule, disputed, among } = decide(assertions, context);
  const text = value !== null && typeof value === 'object' && 'edtf' in value ? value.edtf : value;
  const how = disputed ? 'DISPUTED' : `by ${follows}`;
  return `${String(text)} ${how}${rule ? `, ${rule}` : ''}${among.length > 0 ? ` among ${among.join(' ')}` : ''}`;
}

const related = (assertions: Assertion[], context?: SlotContext) =>
  relate(assertions, context).map(({ from, type, to }) => `${from} ${type} ${to}`);

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
    ['MORE_SOURCES', claim('c2', brussels, { independentSources: 2 }), claim('c1', ramstein)],
  ])('%s', (rule, winner, loser) => {
    const decision = { value: brussels, follows: 'c2', rule, disputed: false, among: ['c1', 'c2'] };
    expect(decide([winner, loser])).toEqual(decision);
    expect(decide([loser, winner])).toEqual(decision);
  });

  test('every rule comes before those after it', () => {
    const plan = { modality: 'PLANNED' } as const;
    // From the last rule to the first, each winner loses to the next by a rule that is asked earlier.
    const claims = [
      claim('c1', 'a', { ...plan, independentSources: 9, attributionKind: 'HEADLINE', on: '2025-01-01' }),
      claim('c2', 'b', { ...plan, attributionKind: 'OFFICIAL_RECORD', on: '2025-01-01' }),
      claim('c3', 'c', { ...plan, on: '2025-01-02' }),
      claim('c4', 'd', { ...plan, reliabilityRank: 0, on: '2024-01-01' }),
      claim('c5', 'e', { reliabilityRank: 5 }),
      claim('c6', 'f', { ...plan, reviewed: true }),
    ];
    const winners = claims.map((_, index) => decide(claims.slice(0, index + 1)));
    expect(winners.map(({ follows }) => follows)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
    expect(winners.slice(1).map(({ rule }) => rule)).toEqual(Object.keys(RULES).toReversed().slice(1));
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
      expect(shown(claims)).toBe('null DISPUTED among c1 c2');
      expect(related(claims)).toEqual(['c2 CONTRADICTS c1']);
    }
  });

  test('nor where a document is undated', () => {
    const undated = { ...plan('c1', '2025-02-13'), published: windowOf(timeOf({})) };
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

  test('a plan never fills in what happened', () => {
    expect(shown([timed('c1', '2025-02'), plan('c2', '2025-02-12')])).toBe('2025-02 by c1');
  });
});

describe('finer and coarser values', () => {
  test('the day is shown rather than the month, even from a less reliable source', () => {
    const claims = [timed('c1', '2022-04', { reliabilityRank: 0 }), timed('c2', '2022-04-26', { reliabilityRank: 4 })];
    expect(shown(claims)).toBe('2022-04-26 by c2');
    expect(related(claims)).toEqual(['c2 REFINES c1']);
  });

  test('but a finer value must fit what outranks it', () => {
    const claims = [timed('c1', '2022-04', { reliabilityRank: 0 }), timed('c2', '2022-05-02', { reliabilityRank: 1 })];
    expect(shown(claims)).toBe('2022-04 by c1, MORE_RELIABLE_DOCUMENT among c1 c2');
  });

  test('two equally good days of a month leave the month', () => {
    const days = [timed('c2', '2022-04-26'), timed('c3', '2022-04-27')];
    expect(shown([timed('c1', '2022-04', { reliabilityRank: 0 }), ...days])).toBe('2022-04 by c1 among c2 c3');
    expect(shown([timed('c1', '2022-04'), ...days])).toBe('2022-04 DISPUTED among c2 c3');
    expect(shown(days)).toBe('null DISPUTED among c2 c3');
  });

  test('sources of the day are sources of its month', () => {
    const may = timed('c3', '2022-05-02', { origins: ['org:c'] });
    const claims = [
      timed('c1', '2022-04', { origins: ['org:a'] }),
      timed('c2', '2022-04-26', { origins: ['org:b'] }),
      may,
    ];
    expect(shown(claims)).toBe('2022-04-26 by c2, MORE_SOURCES among c1 c2 c3');
  });

  test('times that overlap hold together without a relation', () => {
    const claims = [timed('c1', '[2022-04-01..2022-04-20]'), timed('c2', '[2022-04-10..2022-04-30]')];
    expect(related(claims)).toEqual([]);
    expect(shown(claims)).toBe('[2022-04-01..2022-04-20] by c1');
    expect(shown([...claims, timed('c3', '2022-04-15')])).toBe('2022-04-15 by c3');
  });

  test('what fills in must fit everything that outranks it, not the winner alone', () => {
    const best = { reliabilityRank: 0 };
    const claims = [timed('c1', '[2022-04-01..2022-04-20]', best), timed('c2', '[2022-04-10..2022-04-30]', best)];
    expect(shown([...claims, timed('c3', '2022-04-05')])).toBe('[2022-04-01..2022-04-20] by c1 among c2 c3');
    expect(shown([...claims, timed('c3', '2022-04-15')])).toBe('2022-04-15 by c3');
  });

  test('a venue lies in its city as the graph knows', () => {
    const places: Record<string, string> = { 'place:nato-hq': brussels };
    const context: SlotContext = { within: (inner, outer) => places[String(inner)] === outer };
    const claims = [claim('c1', 'place:nato-hq', { attributionKind: 'HEADLINE' }), claim('c2', brussels)];
    expect(related(claims, context)).toEqual(['c1 REFINES c2']);
    expect(shown(claims, context)).toBe('place:nato-hq by c1');
    expect(shown(claims)).toBe('place:brussels by c2, NEARER_SOURCE among c1 c2');
  });

  test('places that lie in each other by mistake decide nothing and end', () => {
    expect(shown([claim('c1', 'a'), claim('c2', 'b')], { within: () => true })).toBe('a by c1');
  });

  test('counts are ranges', () => {
    const count = (key: string, value: number, comparator: string) => claim(key, { value, comparator });
    expect(related([count('c1', 50, 'OVER'), count('c2', 54, 'EXACTLY')])).toEqual(['c2 REFINES c1']);
    expect(related([count('c1', 50, 'OVER'), count('c2', 50, 'UP_TO')])).toEqual(['c2 CONTRADICTS c1']);
    expect(related([count('c1', 50, 'ABOUT'), count('c2', 52, 'EXACTLY')])).toEqual(['c2 REFINES c1']);
    expect(related([count('c1', 50, 'ABOUT'), count('c2', 50, 'OVER')])).toEqual([]);
  });
});

describe('the course of things', () => {
  test('an outcome settles a plan without contradicting it', () => {
    const planned = claim('c1', 'SCHEDULED', { modality: 'PLANNED' });
    expect(related([planned, claim('c2', 'CANCELLED')])).toEqual(['c2 CONFIRMS_OUTCOME c1']);
    expect(shown([planned, claim('c2', 'CANCELLED')])).toBe('CANCELLED by c2');
  });

  test('an invitation that was sent is a plan all the same', () => {
    const claims = [
      claim('c1', 'INVITED', { modality: 'OCCURRED' }),
      claim('c2', 'CONFIRMED', { modality: 'PLANNED' }),
    ];
    expect(shown(claims)).toBe('CONFIRMED by c2');
    expect(related(claims)).toEqual(['c2 REFINES c1']);
    expect(shown([...claims, claim('c3', 'ATTENDED')])).toBe('ATTENDED by c3');
  });

  test('who held a post and then left it is no contradiction, unless the leaving was told first', () => {
    const left = (on: string) => [claim('c1', 'CURRENT', { on: '2024-05-01' }), claim('c2', 'ENDED', { on })];
    expect(related(left('2025-02-01'))).toEqual(['c2 REFINES c1']);
    expect(shown(left('2025-02-01'))).toBe('ENDED by c2');
    expect(related(left('2023-02-01'))).toEqual(['c1 CONTRADICTS c2']);
  });

  test('held and cancelled cannot both be so', () => {
    expect(shown([claim('c1', 'HELD'), claim('c2', 'CANCELLED')])).toBe('null DISPUTED among c1 c2');
  });

  test('anything says more than UNKNOWN', () => {
    expect(shown([claim('c1', 'UNKNOWN', { reliabilityRank: 0 }), claim('c2', 'HELD')])).toBe('HELD by c2');
  });
});

describe('denials', () => {
  const no = { polarity: 'NEGATIVE' } as const;

  test.each([
    ['ATTENDED', 'OCCURRED', 'ABSENT'],
    ['ATTENDED', 'PLANNED', 'DECLINED'],
    ['PLANNED', 'PLANNED', 'DECLINED'],
    ['ABSENT', 'OCCURRED', 'ABSENT'],
    ['DECLINED', 'PLANNED', 'DECLINED'],
    [true, 'OCCURRED', false],
  ] as const)('not %s (%s) is %s', (value, modality, meant) => {
    expect(decide([claim('c1', value, { ...no, modality })]).value).toBe(meant);
  });

  test('that something is not so contradicts that it is, and leaves other values alone', () => {
    const denial = claim('c1', ramstein, { ...no, attributionKind: 'ON_RECORD' });
    expect(shown([denial])).toBe('null by c1');
    expect(shown([denial, claim('c2', brussels)])).toBe('place:brussels by c2');
    expect(shown([denial, claim('c2', ramstein)])).toBe('null by c1, NEARER_SOURCE among c1 c2');
    expect(related([denial, claim('c2', brussels), claim('c3', ramstein, no), claim('c4', ramstein)])).toEqual([
      'c3 CORROBORATES c1',
      'c4 CONTRADICTS c1',
      'c4 CONTRADICTS c2',
      'c4 CONTRADICTS c3',
    ]);
  });

  test('that a plan did not come true confirms no other plan', () => {
    const denial = claim('c1', ramstein, no);
    expect(related([denial, claim('c2', brussels, { modality: 'PLANNED' })])).toEqual([]);
  });

  test('not on that day leaves the month open, not in that month excludes the day', () => {
    expect(related([timed('c1', '2022-04-26', no), timed('c2', '2022-04')])).toEqual([]);
    expect(related([timed('c1', '2022-04', no), timed('c2', '2022-04-26')])).toEqual(['c2 CONTRADICTS c1']);
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

  test.each([
    ['ESTABLISHED', [told, alleged], false],
    ['ALLEGED', [alleged, withdrawn], false],
    ['ALLEGED', [alleged], true],
    ['DISPUTED', [told, alleged], true],
    ['WITHDRAWN', [withdrawn], false],
    ['WITHDRAWN', [], false],
  ])('%s', (standing, claims, disputed) => {
    expect(standingOf(claims, disputed)).toBe(standing);
  });
});
