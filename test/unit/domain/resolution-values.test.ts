import { describe, expect, test } from '@jest/globals';
import { decide, type SlotContext } from '../../../src/domain/claims/resolution.ts';
import { claim, related, shown, timed } from './claims.ts';

const brussels = 'place:brussels';
const ramstein = 'place:ramstein-air-base';

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

  test('two equally good days are shown as one of the two; a month from a better source stays', () => {
    const days = [timed('c2', '2022-04-26'), timed('c3', '2022-04-27')];
    expect(shown([timed('c1', '2022-04', { reliabilityRank: 0 }), ...days])).toBe('2022-04 by c1 among c2 c3');
    expect(shown([timed('c1', '2022-04'), ...days])).toBe('[2022-04-26,2022-04-27] DISPUTED among c2 c3');
    expect(shown(days)).toBe('[2022-04-26,2022-04-27] DISPUTED among c2 c3');
  });

  test('a coarser value, which has the sources of all finer ones, decides nothing between these', () => {
    const from = (origin: string) => ({ origins: [origin] });
    const days = [timed('c2', '2022-04-26', from('b')), timed('c3', '2022-04-27', from('c'))];
    const month = timed('c1', '2022-04', from('a'));
    expect(shown([month, ...days])).toBe('[2022-04-26,2022-04-27] DISPUTED among c2 c3');
    expect(shown([month, ...days, timed('c4', '2022-04-27', from('d'))])).toBe(
      '2022-04-27 by c3, MORE_SOURCES among c2 c3 c4',
    );
    expect(shown([month, ...days, timed('c4', '2022-05', from('d'))])).toBe(
      '[2022-04-26,2022-04-27] DISPUTED among c1 c2 c3 c4',
    );
    const count = (key: string, value: number, comparator = 'EXACTLY') => claim(key, { value, comparator }, from(key));
    expect(decide([count('c1', 50, 'OVER'), count('c2', 57), count('c3', 60)])).toMatchObject({
      ...{ value: { value: 50, comparator: 'OVER' }, follows: null, disputed: true },
    });
  });

  test.each([
    [['2022-05', '2022-04-26'], '[2022-04-26,2022-05]'],
    [
      ['[2022-05-01..2022-05-03]', '2022-04-26', '[2022-06,2022-08]'],
      '[2022-04-26,2022-05-01..2022-05-03,2022-06,2022-08]',
    ],
    [['2022-04-26', '2022-04-26?', '2022-04-30'], '[2022-04-26,2022-04-30]'],
  ])('days, months and sets of them make one set: %j', (times, set) => {
    const claims = times.map((edtf, index) => timed(`c${index}`, edtf));
    expect(shown(claims)).toMatch(`${set} DISPUTED`);
    expect(shown(claims.toReversed())).toMatch(`${set} DISPUTED`);
  });

  test.each([
    [
      ['2022-04-26/2022-04-28', '2022-05-02'],
      ['2022-04-26', '2022-05-02', '2022-04-28', '2022-05-02'],
    ],
    [
      ['2022-04/..', '2022-03/2022-03-20'],
      ['2022-03-01', '2022-04-30', null, null],
    ],
    [
      ['2024-07-05/..', '2024-07-08/..'],
      ['2024-07-05', '2024-07-08', null, null],
    ],
  ])('of durations and open ends only the bounds are known: %j', (times, bounds) => {
    const claims = times.map((edtf, index) => timed(`c${index}`, edtf));
    const { value } = decide(claims);
    const [startEarliest, startLatest, endEarliest, endLatest] = bounds;
    expect(value).toMatchObject({ edtf: null, startEarliest, startLatest, endEarliest, endLatest });
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
    const context: SlotContext = { isWithin: (inner, outer) => places[String(inner)] === outer };
    const claims = [claim('c1', 'place:nato-hq', { attributionKind: 'HEADLINE' }), claim('c2', brussels)];
    expect(related(claims, context)).toEqual(['c1 REFINES c2']);
    expect(shown(claims, context)).toBe('place:nato-hq by c1');
    expect(shown(claims)).toBe('place:brussels by c2, NEARER_SOURCE among c1 c2');
  });

  test('of two venues the city around both is shown, though nobody names it', () => {
    const around: Record<string, string[]> = {
      hq: [brussels, 'europe'],
      palace: [brussels, 'europe'],
      kyiv: ['europe'],
    };
    const context: SlotContext = {
      isWithin: (inner, outer) => around[String(inner)]?.includes(String(outer)) ?? false,
      around: (value) => around[String(value)] ?? [],
    };
    const venues = [claim('c1', 'hq'), claim('c2', 'palace')];
    expect(shown(venues, context)).toBe('place:brussels DISPUTED among c1 c2');
    expect(shown([...venues, claim('c3', 'kyiv')], context)).toBe('europe DISPUTED among c1 c2 c3');
    expect(shown([...venues, claim('c3', 'moon')], context)).toBe('null DISPUTED among c1 c2 c3');
  });

  test('places that a source tells together are one value', () => {
    const around: Record<string, string[]> = {
      hq: [brussels, 'belgium'],
      palace: [brussels, 'belgium'],
      kyiv: ['ukraine'],
    };
    const context: SlotContext = {
      isWithin: (inner, outer) => around[String(inner)]?.includes(String(outer)) ?? false,
      around: (value) => around[String(value)] ?? [],
    };
    const at = (key: string, ...places: string[]) => claim(key, places);
    expect(related([at('c1', 'hq', 'kyiv'), at('c2', 'belgium')], context)).toEqual(['c1 REFINES c2']);
    expect(related([at('c1', 'hq', 'kyiv'), at('c2', 'belgium', 'ukraine')], context)).toEqual(['c1 REFINES c2']);
    // The one names more of them, the other one more exactly.
    expect(related([at('c1', brussels, 'kyiv'), at('c2', 'hq')], context)).toEqual([]);
    expect(related([at('c1', 'hq', 'kyiv'), at('c2', 'hq', ramstein)], context)).toEqual(['c2 CONTRADICTS c1']);
    expect(shown([at('c1', 'hq', 'kyiv'), at('c2', 'palace', 'kyiv')], context)).toBe(
      'place:brussels,kyiv DISPUTED among c1 c2',
    );
  });

  test('places that lie in each other by mistake decide nothing and end', () => {
    expect(shown([claim('c1', 'a'), claim('c2', 'b')], { isWithin: () => true })).toBe('a by c1');
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
  test.each([
    ['SCHEDULED', 'HELD', 'CONFIRMS_OUTCOME'],
    ['SCHEDULED', 'CANCELLED', 'CONTRADICTS'],
    ['RESCHEDULED', 'CANCELLED', 'CONTRADICTS'],
    ['PROPOSED', 'HELD', 'CONFIRMS_OUTCOME'],
    ['PLANNED', 'ATTENDED', 'CONFIRMS_OUTCOME'],
    ['CONFIRMED', 'ABSENT', 'CONTRADICTS'],
    ['DECLINED', 'ABSENT', 'CONFIRMS_OUTCOME'],
    ['DECLINED', 'ATTENDED', 'CONTRADICTS'],
    ['NOMINATED', 'CURRENT', 'CONFIRMS_OUTCOME'],
    ['NOMINATED', 'NOT_TAKEN_UP', 'CONTRADICTS'],
  ])('an outcome settles a plan: %s, %s', (planned, outcome, relation) => {
    const claims = [claim('c1', planned, { modality: 'PLANNED' }), claim('c2', outcome)];
    expect(related(claims)).toEqual([`c2 ${relation} c1`]);
    expect(decide(claims)).toMatchObject({ value: outcome, follows: 'c2' });
  });

  test.each(['ATTENDED', 'ABSENT', 'DECLINED'])('an invitation is no plan of the invited: %s', (answer) => {
    const claims = [claim('c1', 'INVITED', { modality: 'PLANNED' }), claim('c2', answer)];
    expect(related(claims)).toEqual([]);
    expect(shown(claims)).toBe(`${answer} by c2`);
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

describe('sets that are one value', () => {
  const by = (key: string, ...members: string[]) => claim(key, members);

  test('the one that names more is shown, and refines the others, in whatever order', () => {
    const claims = [by('c1', 'a'), by('c2', 'a', 'b', 'c'), by('c3', 'c', 'a'), by('c4', 'b', 'a', 'c')];
    expect(decide(claims)).toMatchObject({ value: ['a', 'b', 'c'], among: [], disputed: false });
    expect(related(claims)).toEqual([
      'c2 REFINES c1',
      'c3 REFINES c1',
      'c2 REFINES c3',
      'c4 REFINES c1',
      'c4 CORROBORATES c2',
      'c4 REFINES c3',
    ]);
  });

  test('of which each names another contradict one another, and what all name is shown', () => {
    expect(decide([by('c1', 'a', 'b'), by('c2', 'c', 'a'), by('c3', 'a')])).toMatchObject({
      ...{ value: ['a'], follows: null, among: ['c1', 'c2'], disputed: true },
    });
    expect(decide([by('c1', 'a'), by('c2', 'b')])).toMatchObject({ value: null, among: ['c1', 'c2'], disputed: true });
  });
});
