const { readFileSync } = require('node:fs');
const { relative } = require('node:path');
const { default: TestSequencer } = require('@jest/test-sequencer');

/** What takes longest, longest first, so that no worker is left with one of them at the end while the other has nothing to do. */
const LONGEST = [
  'test/faults/mutations.test.ts',
  'test/differential/synthetic.test.ts',
  'test/differential/article.test.ts',
  'test/faults/import.test.ts',
  'test/browser/playground.test.ts',
  'test/database/identity/merging.test.ts',
  'test/database/claims/claims.test.ts',
  'test/database/query/as-of.test.ts',
  'test/http/mutations.test.ts',
];

/** Files that read one of these fixtures come one after the other: a worker that has filled its database with it goes on with it. */
const FIXTURES = ['articleGraph', 'seededDatabase'];

/** The longest files first, then those of one fixture together, then the rest, large ones before small ones. */
module.exports = class Sequencer extends TestSequencer {
  sort(tests) {
    const ranked = [...tests].map((test) => {
      const text = readFileSync(test.path, 'utf8');
      return { test, rank: rankOf(relative(test.context.config.rootDir, test.path), text), size: text.length };
    });
    return ranked.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ test }) => test);
  }
};

function rankOf(path, text) {
  const place = LONGEST.indexOf(path);
  if (place >= 0) return place;
  const fixture = FIXTURES.findIndex((name) => text.includes(`${name}(`));
  return LONGEST.length + (fixture >= 0 ? fixture : FIXTURES.length);
}
