import { expect, test } from '@jest/globals';
import { type Draft, emptyDraft } from '../../../web/explore/record/draft.ts';
import { messageInWords, namesIn } from '../../../web/explore/record/messages-in-words.ts';

const draft: Draft = {
  ...emptyDraft('0123456789abcdef'),
  names: [{ value: 'Call of two', lang: 'en' }],
  body: { __typename: 'Organization', key: 'org:udcg', name: 'Contact Group' },
};

test.each([
  [
    'meeting:call-of-two-4b819a08 has its time on 2026-12-01; it is HELD, expected SCHEDULED',
    '“Call of two” has its time on 1 December 2026; it is held, expected scheduled',
  ],
  ['doc:https-example-org was published later', 'the source was published later'],
  ['org:udcg and org:other are of NATO', 'Contact Group and org:other are of NATO'],
  [
    'meeting:call-of-two-4b819a08 is at version 4; expectedVersion was 3. Since then ann changed time (2026-12-01T04:11:05.123Z). ' +
      'Read it again and, if your change still applies, send it with expectedVersion 4',
    '“Call of two” has changed since you looked at it: ann changed time (on 1 December 2026 at 04:11 UTC).',
  ],
  ['Did you mean `2025-02-05` or `HELD`?', 'Did you mean “2025-02-05” or “HELD”?'],
])('%s', (message, words) => {
  expect(messageInWords(message, namesIn(draft))).toBe(words);
});
