const { readFileSync } = require('node:fs');
const { relative } = require('node:path');
const { default: TestSequencer } = require('@jest/test-sequencer');

/**
 * Those that start databases of their own, or a browser, take minutes and the other worker's processor time too: one begins at
 * once, the others follow before the small files, so that no worker is left alone with one at the end.
 */
const FIRST = ['test/faults/mutations.test.ts'];
const THEN = [
  'test/faults/import.test.ts',
  'test/browser/playground.test.ts',
  'test/faults/managed-neo4j.test.ts',
  'test/faults/database-outage.test.ts',
];

/**
 * Random operations come when Java has compiled the planner of the worker's Neo4j: a thousand of them took 50 s then, and
 * 236 s on one that had just started.
 */
const WARM = ['test/differential/article.test.ts', 'test/differential/synthetic.test.ts'];

/** Files that read one of these fixtures come one after the other: a worker that has filled its database with it goes on with it. */
const FIXTURES = [/\barticleGraph\b/, /\b(seededDatabase|newlySeededDatabase)\b/];

/** Its changes of the schema make Neo4j forget every plan. */
const LAST = ['test/database/graph/migrate.test.ts'];

/** Large files before small ones within each of these groups. */
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
  const fixture = FIXTURES.findIndex((pattern) => pattern.test(text));
  const groups = [
    FIRST.includes(path),
    fixture === 0 && !WARM.includes(path),
    path.startsWith('test/database/') && fixture < 0 && !LAST.includes(path),
    THEN.includes(path),
    fixture === 1,
    WARM.includes(path),
    !LAST.includes(path),
  ];
  const group = groups.indexOf(true);
  return group < 0 ? groups.length : group;
}
