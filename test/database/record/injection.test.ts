import { beforeAll, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { type Block, freshDatabase, queryGraph, recordBlocks } from '../../support/recording.ts';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});

/** Texts that would do harm if they ever became part of a statement. */
const hostile = [
  "'}) DETACH DELETE n //",
  '"}) MATCH (m) DETACH DELETE m //',
  '`) SET t.key = "taken" //',
  "' OR true RETURN 1 UNION MATCH (n) DETACH DELETE n //",
  '$rows',
  '{{id}} ${row.id} $(row.type)',
  '\\u0027 \\u0060 \\',
  ']->(b) SET b:Claim REMOVE b:Thing CREATE (x)-[:`',
  'Thing:Admin',
  '__proto__',
  'constructor',
  '{"__proto__": {"admin": true}}',
  '  two\nlines\tand a zero-width​space ',
  'Ω≈ç√∫˜µ 澤倫斯基 🕊️',
];

/** A block that has the text in every field that takes free text. */
const blockOf = (text: string, number: number): Block => ({
  source: {
    url: `https://example.org/${number}?q=${encodeURIComponent(text)}`,
    title: text,
    kind: 'REPORT',
    paragraph: text,
    published: { edtf: '2025-02-10', raw: text, basis: text },
    attribution: [
      { anonymous: { description: text, names: [{ value: text, lang: 'en' }] }, how: 'TOLD' },
      { agent: `org:o${number}`, how: 'REPORTED' },
    ],
    attributionKind: 'ANONYMOUS',
  },
  countries: [
    {
      key: `country:c${number}`,
      names: [{ value: text, lang: 'en' }],
      externalIds: [{ scheme: `S${number}`, value: text }],
    },
  ],
  organizations: [{ key: `org:o${number}`, names: [{ value: text, lang: 'en' }], kind: 'OTHER' }],
  documents: [{ key: `doc:d${number}`, kind: 'OTHER', title: text, note: text, keywords: [text] }],
  topics: [{ key: `topic:t${number}`, names: [{ value: text, lang: 'en' }] }],
  meetings: [
    {
      key: `meeting:m${number}`,
      kind: 'OTHER',
      names: [{ value: text, lang: 'en' }],
      status: 'HELD',
      time: { edtf: '2025-02-09', raw: text, basis: text },
      attendance: { value: 3, raw: text },
      participants: [{ actor: `country:c${number}`, role: 'HOST', status: 'ATTENDED', note: text, paragraph: text }],
      topics: [`topic:t${number}`],
    },
  ],
  statements: [{ key: `stmt:s${number}`, speaker: `country:c${number}`, act: 'INFORM', gist: text, note: text }],
  claims: [
    {
      key: `c${number}`,
      type: 'OTHER',
      subject: `meeting:m${number}`,
      value: text,
      count: { value: 1, raw: text },
      text,
      modality: 'OCCURRED',
      note: text,
      evidence: [{ paragraph: text, line: 1 }],
    },
  ],
});

describe('texts that look like Cypher', () => {
  test('are stored unchanged in every field, and have no other effect', async () => {
    const blocks = hostile.map(blockOf);
    expect(await recordBlocks(database, blocks, { by: hostile[0]! })).toMatchObject({ problems: [], written: true });

    const kept = `MATCH (m:Meeting)<-[:SUBJECT]-(c:Claim)-[e:EVIDENCE]->(d:Document), (s:Statement {key: 'stmt:s' + substring(c.key, 1)})
      RETURN toInteger(substring(c.key, 1)), m.nameValues[0], c.text, c.value, c.note, e.paragraph, d.title, s.gist ORDER BY 1`;
    const rows = await queryGraph(database, kept.replace('ORDER BY 1', 'ORDER BY toInteger(substring(c.key, 1))'));
    expect(rows).toEqual(hostile.map((text, number) => [number, ...Array<string>(7).fill(text)]));

    const labels = 'CALL db.labels() YIELD label RETURN collect(label)';
    expect((await queryGraph(database, labels))[0]![0]).not.toContain('Admin');
    expect(await queryGraph(database, 'MATCH (t:Meeting) RETURN count(t)')).toEqual([[hostile.length]]);
    expect(await verify(database)).toEqual([]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test('are stored unchanged as the name of a caller and as a data set', async () => {
    for (const [number, text] of hostile.entries()) {
      const block = blockOf('plain', 1000 + number);
      const recorded = await recordBlocks(database, [block], {
        by: text,
        dataSets: [{ key: text, title: text, note: text }],
      });
      expect(recorded.problems).toEqual([]);
    }

    const who = 'MATCH (d:DataSet)<-[]-() RETURN d.key UNION MATCH (d:DataSet) RETURN d.key';
    expect(new Set((await queryGraph(database, who)).map(([key]) => key))).toEqual(new Set(hostile));
    expect(await verify(database)).toEqual([]);
  });

  test('find nothing as references', async () => {
    const before = await queryGraph(database, 'MATCH (n) RETURN count(n)');
    for (const text of hostile) {
      const block: Block = {
        source: { url: 'https://example.org/refs', title: 'Refs', attributionKind: 'NARRATION' },
        claims: [{ type: 'OTHER', subject: 'country:c1', modality: 'OCCURRED', text: 'Text.' }],
      };
      // Past the checks of shape, as if those were not there.
      const forged = { ...block, claims: [{ ...block.claims![0]!, subject: text, objects: [text], supports: [text] }] };
      const { record } = await import('../../../src/record/recording/record.ts');
      const recorded = await record(database, [forged as never], { by: 'test' });
      const codes = new Set(recorded.problems.map(({ code }) => code));
      expect([['INVALID'], ['NOT_FOUND']]).toContainEqual([...codes]);
    }
    expect(await queryGraph(database, 'MATCH (n) RETURN count(n)')).toEqual(before);
  });
});
