import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { tellProgress } from '../../../src/record/operation/progress.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function told(total: number | undefined, seconds: number): string[] {
  const lines: string[] = [];
  const done = tellProgress((line) => lines.push(line), { work: 'Reading', unit: 'lines', total });
  for (let second = 0; second < seconds; second++) {
    jest.advanceTimersByTime(1_000);
    done(100);
  }
  return lines;
}

test('a long work tells every few seconds how far it is, how fast, and when it will be done', () => {
  expect(told(2_000, 12)).toEqual([
    'Reading: 500 of 2,000 lines, 100 lines/s, about 15 s left',
    'Reading: 1,000 of 2,000 lines, 100 lines/s, about 10 s left',
  ]);
});

test('without a total there is no end to tell of', () => {
  expect(told(undefined, 5)).toEqual(['Reading: 500 lines, 100 lines/s']);
});

test('a short work tells nothing', () => {
  expect(told(2_000, 4)).toEqual([]);
});
