import { expect, test } from '@jest/globals';
import { readAnswer } from '../../../web/playground/read-answer.ts';

test('an answer has data, or problems that say why not, or both', () => {
  expect(readAnswer('{"data": {"a": 1}}', false)).toEqual({ data: { a: 1 }, problems: [] });
  const errors = [{ message: 'No such field.' }, { message: 'Too slow.', path: ['meetings', 0, 'name'] }, null];
  const problems = ['No such field.', 'meetings.0.name: Too slow.', 'null'];
  expect(readAnswer(JSON.stringify({ data: { a: null }, errors }), false)).toEqual({ data: { a: null }, problems });
  expect(readAnswer(JSON.stringify({ data: null, errors }), false)).toEqual({ problems });
});

test('what is no answer is a problem', () => {
  for (const text of ['', ' ', 'Failed to fetch', '3', 'null', '[]', '{}', '{"data": 3}', '{"errors": []}'])
    expect(readAnswer(text, false)).toEqual({ problems: [expect.stringContaining('answer')] });
});

test('what has not been answered is not taken for what was never asked', () => {
  expect(readAnswer('', true)).toEqual({ problems: ['the answer has not come yet.'] });
  expect(readAnswer('{"data": {"a": 1}}', true)).toEqual({ data: { a: 1 }, problems: [] });
});
