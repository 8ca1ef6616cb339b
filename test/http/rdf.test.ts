import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { Parser, type Quad, Store } from 'n3';
import { createApi } from '../../src/api/api.ts';
import { PREFIXES, iri, term } from '../../src/export/rdf.ts';
import { articleGraph } from '../support/article.ts';
import { scratch } from '../support/files.ts';
import { type TestServer, serve } from '../support/http.ts';
import { pythonTest, runPython } from '../support/python.ts';

let server: TestServer;
const files = new Map<string, string>();
beforeAll(async () => {
  server = await serve({ api: createApi({ database: await articleGraph(), timeoutMs: 120_000 }) });
  for (const name of ['record.nt', 'record.ttl']) files.set(name, await take(name));
});

async function take(path: string): Promise<string> {
  const response = await fetch(`${server.url}/export/${path}`);
  const text = await response.text();
  expect({ status: response.status, text }).toMatchObject({ status: 200 });
  return text;
}

const read = (text: string): Quad[] => new Parser().parse(text);
const nameOf = ({ subject, predicate, object }: Quad) => [subject, predicate, object].map(({ id }) => id).join(' ');
/** The statements of a file but for those about itself. */
const statementsOf = (text: string) =>
  new Set(
    read(text)
      .filter(({ subject }) => subject.value.startsWith('urn:uuid:'))
      .map(nameOf),
  );

test('the record says the same as N-Triples and as Turtle, and as many things as the API', async () => {
  const record = statementsOf(files.get('record.nt')!);
  expect(statementsOf(files.get('record.ttl')!)).toEqual(record);
  const all = '[ESTABLISHED, ALLEGED, DISPUTED, WITHDRAWN]';
  const { body } = await server.ask(`{
    Meeting: meetings { totalCount } Official: officials { totalCount } Document: documents { totalCount }
    Participation: participations(filter: { standings: ${all} }) { totalCount }
    Tenure: tenures(filter: { standings: ${all} }) { totalCount } Statement: statements { totalCount }
    Claim: claims(filter: { reviewStates: [ACCEPTED, DISPUTED, CORRECTED, RETRACTED] }) { totalCount } }`);
  const store = new Store(read(files.get('record.nt')!));
  for (const [type, { totalCount }] of Object.entries(body.data as Record<string, { totalCount: number }>)) {
    const described = store
      .getSubjects(term('rdf:type'), term(`chancery:${type}`), null)
      .filter((subject) => store.countQuads(subject, term('chancery:key'), null, null) === 1);
    expect([type, described.length]).toEqual([type, totalCount]);
  }
});

test.each(['participations.nt?body=org:udcg', 'search.ttl?text=UK', 'claims.nt?about=meeting:udcg-26'])(
  'files add up: all of %s is in the record',
  async (path) => {
    const record = statementsOf(files.get('record.nt')!);
    const part = statementsOf(await take(path));
    expect(part.size).toBeGreaterThan(20);
    expect([...part].filter((statement) => !record.has(statement))).toEqual([]);
  },
);

test('what has not happened is no plain triple', async () => {
  const { body } = await server.ask(
    `{ participations(filter: { standings: [ESTABLISHED, ALLEGED, DISPUTED, WITHDRAWN] }, first: 100) {
      nodes { status standing inferred actor { id } meeting { id status standing } } } }`,
  );
  interface Presence {
    status: string;
    standing: string;
    inferred: boolean;
    actor: { id: string };
    meeting: { id: string; status: string; standing: string };
  }
  const { nodes } = (body.data as { participations: { nodes: Presence[] } }).participations;
  const happened = ({ status, standing }: Presence['meeting']) =>
    standing === 'ESTABLISHED' && ['HELD', 'ONGOING'].includes(status);
  const store = new Store(read(files.get('record.nt')!));
  const seen = new Set<boolean>();
  const expected = new Set<string>();
  for (const { status, standing, inferred, actor, meeting } of nodes) {
    const [event, isPresence] = [iri(`urn:uuid:${meeting.id}`), status === 'ATTENDED' && standing === 'ESTABLISHED'];
    expect(store.countQuads(event, term('rdf:type'), term('prov:Activity'), null) > 0).toBe(happened(meeting));
    const isAnnounced = store.countQuads(event, term('schema:eventStatus'), null, null) === 1;
    expect([meeting.status, isAnnounced && happened(meeting)]).toEqual([meeting.status, false]);
    if (isPresence && happened(meeting) && !inferred) expected.add(`${meeting.id} ${actor.id}`);
    seen.add(isPresence);
  }
  expect([...seen]).toHaveLength(2);
  const attendees = store.getQuads(null, term('schema:attendee'), null, null);
  expect(
    new Set(attendees.map(({ subject, object }) => [subject, object].map(({ value }) => value.slice(9)).join(' '))),
  ).toEqual(expected);
});

test('who a list does not have, and what it cannot be, is said', async () => {
  const refused = async (path: string) =>
    ((await (await fetch(`${server.url}/export/${path}`)).json()) as { errors: { message: string }[] }).errors[0]!
      .message;
  expect(await refused('conflicts.nt')).toMatch(/^conflicts cannot be had as \.nt\. Expected one of csv/);
  expect(await refused('record.csv')).toMatch(/^record cannot be had as \.csv\. Did you mean statements\.csv/);
  expect(await refused('record.nt?body=org:udcg')).toMatch(/no parameter `body`/);
  expect(await take('record.txt')).toMatch(/^The whole record, from Chancery/);
});

describe('in other engines', () => {
  const [, query] = /```sparql\n(.*?)```/s.exec(readFileSync('docs/rdf.md', 'utf8'))!;
  const ON_DAY = `PREFIX chancery: <${PREFIXES.chancery}> PREFIX xsd: <${PREFIXES.xsd}>
    SELECT ?key ?edtf WHERE { ?meeting chancery:key ?key; chancery:time [ chancery:edtf ?edtf; chancery:startEarliest ?first; chancery:endLatest ?last ].
      ?meeting a chancery:Meeting FILTER (?first <= "2025-02-12"^^xsd:date && ?last >= "2025-02-12"^^xsd:date) }`;

  pythonTest('rdflib and Oxigraph answer as the API does', async (python) => {
    using folder = scratch();
    for (const [name, text] of files) folder.file(name, text);
    folder.file('chairs.rq', query!);
    folder.file('onDay.rq', ON_DAY);
    const engines = JSON.parse(runPython(python, 'read_rdf.py', folder.folder)) as Record<
      string,
      { size: number; answers: { chairs: Record<string, string>[]; onDay: Record<string, string>[] } }
    >;
    const { body } = await server.ask(`{
      meetings(filter: { time: { from: "2025-02-12", to: "2025-02-12" } }) { nodes { key time { edtf } } }
      udcg: meetings(filter: { body: "org:udcg", time: { from: "2025-01-01", to: "2025-12-31" } }) { nodes { name chairs {
        actor { ... on Entity { name } } status standing
        claims { evidence { document { title } paragraph } attribution { agent { ... on Entity { name } ... on AnonymousSource { description } } } } } } } }`);
    const { meetings, udcg } = body.data as {
      meetings: { nodes: { key: string; time: { edtf: string } }[] };
      udcg: {
        nodes: {
          name: string;
          chairs: {
            actor: { name: string };
            status: string;
            standing: string;
            claims: {
              evidence: { document: { title: string }; paragraph: string }[];
              attribution: { agent: { name?: string; description?: string } }[];
            }[];
          }[];
        }[];
      };
    };
    const chairs = udcg.nodes.flatMap(({ name: meeting, chairs: facts }) =>
      facts.flatMap(({ actor, status, standing, claims }) =>
        claims.flatMap(({ evidence, attribution: [first] }) =>
          evidence.map(({ document, paragraph }) => ({
            ...{ meeting, chair: actor.name, status, standing, paragraph, document: document.title },
            source: first!.agent.name ?? first!.agent.description,
          })),
        ),
      ),
    );
    const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
    expect(chairs.length).toBeGreaterThan(1);
    expect(Object.keys(engines)).toEqual(['rdflib nt', 'rdflib ttl', 'oxigraph nt', 'oxigraph ttl']);
    for (const { size, answers } of Object.values(engines)) {
      expect(size).toBe(new Set(read(files.get('record.nt')!).map(nameOf)).size);
      expect(sorted(answers.chairs)).toEqual(sorted(chairs));
      expect(sorted(answers.onDay)).toEqual(sorted(meetings.nodes.map(({ key, time: { edtf } }) => ({ key, edtf }))));
    }
  });
});
