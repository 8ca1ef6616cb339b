import { beforeAll, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { createApi } from '../../src/api/api.ts';
import { articleGraph } from '../support/article.ts';
import { scratch } from '../support/files.ts';
import { type TestServer, serve } from '../support/http.ts';
import { pythonTest, runPython } from '../support/python.ts';

interface Entity {
  id: string;
  schema: string;
  properties: Record<string, string[]>;
}

let server: TestServer;
let entities: string;
let statements: string;
beforeAll(async () => {
  server = await serve({ api: createApi({ database: await articleGraph(), timeoutMs: 120_000 }) });
  const take = async (name: string) => (await fetch(`${server.url}/export/${name}`)).text();
  entities = await take('record.ftm.json');
  statements = await take('record.statements.csv');
});

const read = () =>
  entities
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entity);

test('presences are those that are established and have happened; the others are counted', async () => {
  const { body } =
    await server.ask(`{ participations(filter: { standings: [ESTABLISHED, ALLEGED, DISPUTED, WITHDRAWN] }, first: 100) {
    nodes { role status standing inferred actor { id } meeting { id status standing } } } }`);
  interface Presence extends Record<'role' | 'status' | 'standing', string> {
    inferred: boolean;
    actor: { id: string };
    meeting: Record<'id' | 'status' | 'standing', string>;
  }
  const { nodes } = (body.data as { participations: { nodes: Presence[] } }).participations;
  const isSo = ({ status, standing, inferred, meeting }: Presence) =>
    status === 'ATTENDED' &&
    !inferred &&
    standing === 'ESTABLISHED' &&
    meeting.standing === 'ESTABLISHED' &&
    ['HELD', 'ONGOING'].includes(meeting.status);
  const expected = nodes.filter(isSo);
  expect(expected.length).toBeGreaterThan(2);
  const links = read().filter(({ schema }) => schema === 'UnknownLink');
  const found = links.map(({ properties: { subject, object, role } }) => [subject, object, role].map(String).join(' '));
  expect(found.sort()).toEqual(expected.map(({ actor, meeting, role }) => `${actor.id} ${meeting.id} ${role}`).sort());
  for (const { properties } of links) expect(properties.proof!.length).toBeGreaterThan(0);
  const note = read().at(-1)!;
  expect(note.schema).toBe('Note');
  expect(note.properties.description!.join(' ')).toContain(
    `presences that are planned, inferred or not established: ${nodes.length - expected.length}`,
  );
});

test('a statement names the document that says so, and the claim', async () => {
  const rows = parseCsv<Record<string, string>>(statements, { columns: true });
  const { body } = await server.ask(
    `{ tenures(first: 100) { nodes { id claims { key evidence { document { key } } } } } }`,
  );
  const { nodes } = (
    body.data as {
      tenures: { nodes: { id: string; claims: { key: string; evidence: { document: { key: string } }[] }[] }[] };
    }
  ).tenures;
  let checked = 0;
  for (const { id, claims } of nodes) {
    const said = rows.filter(({ entity_id, prop }) => entity_id === id && prop === 'holder');
    if (said.length === 0) continue;
    checked++;
    const documents = claims.flatMap(({ evidence }) => evidence.map(({ document }) => document.key));
    expect(new Set(said.map(({ dataset }) => dataset))).toEqual(new Set(documents));
    for (const { origin } of said) expect(claims.map(({ key }) => key)).toContain(origin);
  }
  expect(checked).toBeGreaterThan(2);
});

pythonTest(
  'followthemoney finds every entity valid, with every value, and statements of the same',
  (python) => {
    using files = scratch();
    const made = JSON.parse(
      runPython(
        ...([python, 'read_ftm.py'] as const),
        files.file('record.ftm.json', entities),
        files.file('record.statements.csv', statements),
      ),
    ) as {
      entities: Record<string, Omit<Entity, 'id'>>;
      misplaced: unknown[];
      statements: [id: string, property: string, value: string, dataset: string, origin: string, isKey: boolean][];
    };
    const sorted = (properties: Entity['properties']) =>
      Object.fromEntries(Object.entries(properties).map(([name, values]) => [name, [...values].sort()]));
    const written = read().map(
      ({ id, schema, properties }) => [id, { schema, properties: sorted(properties) }] as const,
    );
    const known = Object.entries(made.entities).map(
      ([id, { schema, properties }]) => [id, { schema, properties: sorted(properties) }] as const,
    );
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(written));
    expect(made.misplaced).toEqual([]);
    expect(made.statements.filter(([, , , , , isKey]) => !isKey)).toEqual([]);
    const stated = new Set(made.statements.map(([id, property, value]) => `${id} ${property} ${value}`));
    const all = read().flatMap(({ id, properties }) =>
      Object.entries(properties).flatMap(([property, values]) => values.map((value) => `${id} ${property} ${value}`)),
    );
    expect(stated).toEqual(new Set(all));
  },
  'requirements-ftm.txt',
);
