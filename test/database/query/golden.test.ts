import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createEngine } from '../../../src/query/engine.ts';
import { articleGraph } from '../../support/article.ts';
import { limitedListsIn, planner, scansIn } from '../../support/explain.ts';
import { type Sent, ask, listening, schema } from '../../support/query.ts';

// A database that plans each statement for the first time takes its time on a busy machine.
jest.setTimeout(120_000);

const FOLDER = join(import.meta.dirname, '../../golden');
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.graphql') ? file.replace('.graphql', '') : []));

/** Between the meeting of the contact group and the conference in Munich: one is overdue, the other is to come. */
const TODAY = '2025-02-13';

let answer: (query: string) => Promise<{ result: unknown; sent: Sent[] }>;
beforeAll(async () => {
  const { database, sent } = listening(await articleGraph());
  const engine = createEngine({ schema, database, today: () => TODAY });
  answer = async (query) => {
    const variables = JSON.parse(/^# variables: (.*)$/m.exec(query)?.[1] ?? '{}') as Record<string, unknown>;
    // What is kept as long as the graph is unchanged is read by the first.
    await ask(engine, query, variables);
    sent.length = 0;
    const result = await ask(engine, query, variables);
    return { result, sent: [...sent] };
  };
}, 180_000);

const database = planner();
afterAll(() => database.close());

/** The text of a golden file; with UPDATE_GOLDEN=1 it is written first. */
function golden(name: string, text: string): string {
  const path = join(FOLDER, name);
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, text);
  return readFileSync(path, 'utf8');
}

describe.each(names)('%s', (name) => {
  let statements: string[];

  test('compiles to the recorded statement and gives the recorded response', async () => {
    const { result, sent } = await answer(readFileSync(join(FOLDER, `${name}.graphql`), 'utf8'));
    statements = sent.map(({ cypher }) => cypher);
    const cypher = `${statements.join('\n\n')}\n`;
    const json = `${JSON.stringify(result, null, 2)}\n`;
    expect(cypher).toBe(golden(`${name}.cypher`, cypher));
    expect(JSON.parse(json)).toEqual(JSON.parse(golden(`${name}.json`, json)));
    expect(result).not.toHaveProperty('errors');
  });

  test('scans no label where an index or a relationship can be used', async () => {
    for (const statement of statements) expect(scansIn(await database.planOf(statement))).toEqual([]);
  });

  test('limits each list before it is collected', async () => {
    for (const statement of statements) {
      const limits =
        statement.match(/COLLECT \{ (?:UNWIND \w+\.\w+ AS \w+ )?MATCH (?:(?!COLLECT \{).)*?LIMIT \$p\d+/g) ?? [];
      expect(limitedListsIn(await database.planOf(statement))).toBe(limits.length);
    }
  });
});
