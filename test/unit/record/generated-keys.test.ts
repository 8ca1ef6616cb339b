import { expect, test } from '@jest/globals';
import { type SourceInput } from '../../../src/record/input/record-input.ts';
import { meetingKey } from '../../../src/record/resolve/generated-keys.ts';

const page = (name: string): SourceInput => ({ url: `https://example.org/${name}`, attributionKind: 'NARRATION' });

const keyOf = (edtf: string | undefined, source: SourceInput, more = {}) =>
  meetingKey(
    {
      kind: 'PHONE_CALL',
      names: [{ value: 'A call', lang: 'en', kind: 'COMMON' }],
      ...(edtf !== undefined && { time: { edtf } }),
      ...more,
    },
    null,
    source,
  );

const TELLING = ['2025-02-12', '2025-02', '2025-02-14/2025-02-16', '[2025-02-05..2025-02-11]', '2025-02-12?'];
const VAGUE = [
  undefined,
  'XXXX',
  'XXXX-07-12',
  '2025',
  '[..2025-02-11]',
  '[2025-02-13..]',
  '2025-02-12/..',
  '../2025-02-12',
];

test.each(TELLING)('a meeting of the time %s has one key in every source', (edtf) => {
  expect(keyOf(edtf, page('one'))).toBe(keyOf(edtf, page('two')));
  expect(keyOf(edtf, page('one'))).not.toBe(keyOf(edtf, page('one'), { kind: 'VISIT' }));
});

test.each(VAGUE)('a meeting of the time %s has a key in each source, always the same', (edtf) => {
  const keys = ['one', 'two', 'one'].map((name) => keyOf(edtf, page(name)));
  expect(new Set(keys).size).toBe(2);
  expect(keys[0]).toBe(keys[2]);
  expect(keyOf(edtf, { document: 'doc:one', attributionKind: 'NARRATION' })).not.toBe(keys[0]);
});

test('a meeting with a body and a number has one key in every source, whatever its time', () => {
  const [one, two] = ['one', 'two'].map((name) =>
    meetingKey({ body: 'org:udcg', ordinal: 34 }, 'org:udcg', page(name)),
  );
  expect([one, two]).toEqual(['meeting:udcg-34', 'meeting:udcg-34']);
});
