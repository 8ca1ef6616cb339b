import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { certaintyOn, heldOn, holdingWindows } from '../../../src/domain/time/holding-windows.ts';
import { parseTime } from '../../../src/domain/time/time.ts';
import { TenureStatus } from '../../../src/domain/vocabulary.generated.ts';
import { days, edtfs } from './arbitrary.ts';

interface Coded {
  status?: TenureStatus;
  start?: string;
  end?: string;
  seen?: string[];
}

function windows({ status, start, end, seen = [] }: Coded) {
  const observedAt = seen.map((edtf) => parseTime({ edtf }));
  return holdingWindows({ status, start: parseTime({ edtf: start }), end: parseTime({ edtf: end }), observedAt });
}

/** `2025-02-08 OBSERVED`, with `possible` where it may have been held for all that is known. */
function on(day: string, coded: Coded): string {
  const held = heldOn(windows(coded), day, 'POSSIBLY') ? ' possible' : '';
  return certaintyOn(windows(coded), day) + held;
}

describe('a holder whom an article shows in office, start and end not given', () => {
  const hegseth: Coded = { status: 'CURRENT', seen: ['[2025-02-05..2025-02-11]'] };

  test('is observed on the days the article may be from, and unknown on others', () => {
    expect(on('2025-02-08', hegseth)).toBe('OBSERVED possible');
    expect(on('2025-02-12', hegseth)).toBe('UNKNOWN');
    expect(on('2023-01-01', hegseth)).toBe('UNKNOWN');
  });

  test('becomes certain up to the last day seen when another source gives the start', () => {
    const begun = { ...hegseth, start: '2025-01-25' };
    expect(on('2025-01-24', begun)).toBe('UNKNOWN');
    expect(on('2025-01-25', begun)).toBe('CERTAIN possible');
    expect(on('2025-02-08', begun)).toBe('CERTAIN possible');
    expect(on('2025-02-12', begun)).toBe('UNKNOWN possible');
  });

  test('and certain throughout when the end is known too', () => {
    const over = { ...hegseth, status: 'ENDED', start: '2025-01', end: '2026-03-01' } as const;
    expect(on('2025-01-15', over)).toBe('UNKNOWN possible');
    expect(on('2025-06-30', over)).toBe('CERTAIN possible');
    expect(on('2026-03-02', over)).toBe('UNKNOWN');
  });
});

describe('a holder whose time is over', () => {
  test('is never shown in office by a source that says so', () => {
    const biden: Coded = { status: 'ENDED', seen: ['[2025-02-05..2025-02-11]'] };
    expect(on('2025-02-08', biden)).toBe('UNKNOWN');
    expect(on('2023-01-01', biden)).toBe('UNKNOWN');
  });

  test('with an unknown end was out at the latest when it was said', () => {
    const begun: Coded = { status: 'ENDED', start: '2021-01-20', seen: ['[2025-02-05..2025-02-11]'] };
    expect(on('2023-01-01', begun)).toBe('UNKNOWN possible');
    expect(on('2025-02-11', begun)).toBe('UNKNOWN possible');
    expect(on('2025-02-12', begun)).toBe('UNKNOWN');
  });

  test('with an unknown start may have held it on any day before', () => {
    expect(on('1999-01-01', { status: 'ENDED', end: '2025-01-20' })).toBe('UNKNOWN possible');
    expect(on('2025-01-21', { status: 'ENDED', end: '2025-01-20' })).toBe('UNKNOWN');
  });
});

test('a start alone shows its own day; a coarse one only its last', () => {
  expect(on('2025-01-25', { status: 'CURRENT', start: '2025-01-25' })).toBe('CERTAIN possible');
  expect(on('2025-01-26', { status: 'CURRENT', start: '2025-01-25' })).toBe('UNKNOWN possible');
  expect(on('2022-04-30', { status: 'CURRENT', start: '2022-04' })).toBe('CERTAIN possible');
  expect(on('2022-04-29', { status: 'CURRENT', start: '2022-04' })).toBe('UNKNOWN possible');
});

test('what was never taken up, or is a nomination, was held on no day', () => {
  for (const status of ['NOMINATED', 'NOT_TAKEN_UP'] as const) {
    expect(on('2025-02-08', { status, start: '2025-01-01', seen: ['2025-02-08'] })).toBe('UNKNOWN');
  }
});

test('a membership has no status and lasts, for all that is known, until its end is', () => {
  const member: Coded = { start: '2022-04-26', seen: ['2025-02-08'] };
  expect(on('2024-01-01', member)).toBe('CERTAIN possible');
  expect(on('2026-01-01', member)).toBe('UNKNOWN possible');
});

test('what ends before it begins was held on no day', () => {
  expect(windows({ status: 'ENDED', start: '2025', end: '2024' })).toMatchObject({
    possibleFrom: '9999-99-99',
    possibleUntil: '0000-00-00',
  });
});

test('certain days are possible ones, and an observation of a holder is possible too', () => {
  const coded = fc.record({
    status: fc.option(fc.constantFrom(...Object.values(TenureStatus)), { nil: undefined }),
    start: fc.option(edtfs, { nil: undefined }),
    end: fc.option(edtfs, { nil: undefined }),
    seen: fc.array(edtfs, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(coded, days, (tenure, day) => {
      const certainty = certaintyOn(windows(tenure), day);
      expect(heldOn(windows(tenure), day, 'CERTAINLY')).toBe(certainty === 'CERTAIN');
      if (certainty !== 'UNKNOWN') expect(heldOn(windows(tenure), day, 'POSSIBLY')).toBe(true);
      if (tenure.status === 'ENDED') expect(certainty).not.toBe('OBSERVED');
      if (!tenure.start) expect(certainty).not.toBe('CERTAIN');
    }),
    { numRuns: 2_000 },
  );
});
