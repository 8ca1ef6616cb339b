import { describe, expect, test } from '@jest/globals';
import { checkServerVersion } from '../../../src/graph/server-version.ts';

const check = (agent: string) => () => checkServerVersion(agent, 'bolt://host');

describe('checkServerVersion', () => {
  test.each(['Neo4j/5.26.0', 'Neo4j/5.26.12', 'Neo4j/2025.08.0', 'Neo4j/2026.01.3', 'Neo4j/dev', 'Memgraph/3.0'])(
    'takes %s',
    (agent) => expect(check(agent)).not.toThrow(),
  );

  test.each(['Neo4j/5.25.1', 'Neo4j/4.4.38', 'Neo4j/3.5.35'])('refuses %s', (agent) => {
    expect(check(agent)).toThrow(/^The database at bolt:\/\/host is Neo4j \d\.\d+\.\d+\. Chancery needs Neo4j 5\.26/);
  });
});
