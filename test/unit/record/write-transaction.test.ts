import { expect, test } from '@jest/globals';
import { type Tx } from '../../../src/graph/database.ts';
import { WriteTransaction } from '../../../src/record/overlay/write-transaction.ts';
import { Remembering } from '../../../src/record/resolve/remembering.ts';

/** A transaction as the database has it: after one statement fails, all do. */
function failingAt(failing: string): { graph: Tx; sent: string[] } {
  const sent: string[] = [];
  const rows = async (cypher: string): Promise<unknown[][]> => {
    sent.push(cypher);
    const hasFailed = sent.includes(failing);
    await Promise.resolve();
    if (cypher === failing) throw new Error('a deadlock');
    if (hasFailed) throw new Error('the transaction has been rolled back');
    return [[cypher]];
  };
  return { sent, graph: { rows, run: () => Promise.reject(new Error('not expected')) } };
}

test('what is told is not waited for, and whatever follows throws why it failed', async () => {
  const { graph, sent } = failingAt('TOLD');
  const tx = new WriteTransaction(graph);
  tx.tell('BEFORE', [{}]);
  tx.tell('TOLD', [{}]);
  tx.tell('NOTHING', []);
  expect(sent).toEqual(['BEFORE', 'TOLD']);
  await expect(tx.rows('ASKED')).rejects.toThrow('a deadlock');
  await expect(tx.graph.rows('ASKED')).rejects.toThrow('a deadlock');
});

test('a write is finished when what was told is done, and not if that failed', async () => {
  const told = new WriteTransaction(failingAt('TOLD').graph);
  told.tell('TOLD', [{}]);
  await expect(told.finish()).rejects.toThrow('a deadlock');
  const fine = new WriteTransaction(failingAt('never').graph);
  fine.tell('TOLD', [{}]);
  await fine.finish();
});

test('what was asked is remembered by statement and parameters', async () => {
  const { graph, sent } = failingAt('never');
  const asked = new Remembering(graph);
  const [one, same] = await Promise.all([asked.rows('A', { ids: ['x'] }), asked.rows('A', { ids: ['x'] })]);
  expect(one).toBe(same);
  await asked.rows('A', { ids: ['y'] });
  await asked.rows('B', { ids: ['x'] });
  expect(sent).toEqual(['A', 'A', 'B']);
});
