import { describe, expect, test } from '@jest/globals';
import { statementsFor } from '../../support/query.ts';

const text = async (query: string, variables?: Record<string, unknown>) =>
  (await statementsFor(query, variables)).map(({ cypher }) => cypher).join('\n\n');
const parameters = async (query: string, variables?: Record<string, unknown>) =>
  Object.assign({}, ...(await statementsFor(query, variables)).map((sent) => sent.parameters)) as Record<
    string,
    unknown
  >;

describe('a statement', () => {
  test('starts at one node and takes one hop for each to-one field', async () => {
    expect(await text('{ meeting(ref: "meeting:udcg-26") { ordinal body { key } } }')).toBe(
      `MATCH (n:Thing&Meeting {key: $p0})
CALL (n) { OPTIONAL MATCH (n)-[:OF_BODY]->(n1) RETURN n1 LIMIT 1 }
RETURN [n.ordinal, n1.key, n1 IS NOT NULL] AS d`,
    );
  });

  test('finds its node by key or by id, depending on the form of the reference', async () => {
    const query = 'query ($ref: Ref!) { country(ref: $ref) { name } }';
    expect(await text(query, { ref: 'country:GB' })).toMatch(/^MATCH \(n:Thing&Country {key: \$p0}\)\n/);
    expect(await text(query, { ref: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff' })).toMatch(
      /^MATCH \(n:Thing&Country {id: \$p0}\)\n/,
    );
  });

  test('orders and limits a list inside', async () => {
    const query = '{ meeting(ref: "m:1") { key participations(first: 3) { nodes { role } } } }';
    expect(await text(query)).toContain(
      'COLLECT { MATCH (n)<-[:IN_EVENT]-(n1) WHERE n1.standing IN $p1 ' +
        'WITH n1 ORDER BY n1.sortTime LIMIT $p2 RETURN [n1.role] ORDER BY n1.sortTime }',
    );
    expect(await parameters(query)).toEqual({ p0: 'm:1', p1: ['ESTABLISHED', 'ALLEGED', 'DISPUTED'], p2: 3n });
  });

  test('has a range in such a list only after a cursor', async () => {
    const after = Buffer.from('Participation.TIME.ASC\n2024').toString('base64url');
    const query = `{ meeting(ref: "m:1") { participations(first: 3, after: "${after}") { nodes { role } } } }`;
    expect(await text(query)).toContain('AND n1.sortTime > $p');
  });

  test('reads one more only for hasNextPage', async () => {
    const page = (what: string) => parameters(`{ claims(first: 3) { nodes { key } ${what} } }`);
    expect(Object.values(await page(''))).toContain(3n);
    expect(Object.values(await page('pageInfo { hasNextPage }'))).toContain(4n);
  });

  test('counts only for totalCount', async () => {
    expect(await text('{ claims { nodes { key } } }')).not.toContain('COUNT');
    expect(await text('{ claims { totalCount } }')).toBe(
      'RETURN [COUNT { MATCH (n1:Claim) WHERE n1.reviewState IN $p0 }] AS d',
    );
  });

  test('counts in groups over the whole list, whatever the page, up to a maximum of rows', async () => {
    const query =
      '{ meeting(ref: "m:1") { participations(first: 3) { counts(by: [ROLE], of: PARTICIPATIONS) { values count } } } }';
    expect(await text(query)).toContain(
      'CALL (n) { MATCH (n)<-[:IN_EVENT]-(n2) WHERE n2.standing IN $p1 AND n2.actedFor IS NULL AND ' +
        'n2.excludedByMeeting IS NULL WITH n2.role AS x3, count(*) AS x4 ORDER BY x4 DESC, x3 LIMIT $p2 WITH [x4, [x3]] AS d ORDER BY x4 DESC, x3 RETURN collect(d) AS x1 }',
    );
    expect(await parameters(query)).toEqual({
      p0: 'm:1',
      p1: ['ESTABLISHED', 'ALLEGED', 'DISPUTED'],
      p2: 1000n,
    });
  });

  test('starts a filtered list at the node that the filter points at', async () => {
    const filtered = await text('{ meetings(filter: {body: "org:udcg", statuses: [HELD]}) { nodes { key } } }');
    expect(filtered).toMatch(
      /UNWIND t\d+ AS x\d+ MATCH \(n1\)-\[:OF_BODY\]->\(x\d+\) WHERE n1:Meeting AND n1\.status IN/,
    );
  });

  test('reads the type only where it matters', async () => {
    expect(await text('{ claim(ref: "c001") { subject { key } } }')).not.toMatch(/CASE|labels/);
    expect(await text('{ claim(ref: "c001") { subject { ... on Official { key } } } }')).toContain('labels(n1)');
    expect(await text('{ events { nodes { __typename } } }')).toContain("WHEN n1:Meeting THEN 'Meeting'");
  });

  test('reads what several types have in common once', async () => {
    const query = '{ node(id: "x") { ... on Entity { claimsAbout { nodes { key } } } } }';
    expect((await text(query)).match(/CONCERNS/g)).toHaveLength(1);
  });

  test('reads what only some types have only for those', async () => {
    const query = '{ node(id: "x") { ... on Meeting { chairs { key } } } }';
    expect(await text(query)).toContain("MATCH (n)<-[:IN_EVENT]-(n1) WHERE n:Meeting AND n1.role = 'CHAIR'");
  });

  test('has as many items as there are edges, even if they select nothing', async () => {
    expect(await text('{ claims(first: 2) { edges { __typename } } }')).toContain('RETURN [] AS d ORDER BY n1.sortKey');
  });

  test('is not sent where nothing is read from the graph', async () => {
    expect(await statementsFor('{ claims { __typename } }')).toEqual([]);
  });

  test('is one for each root field', async () => {
    expect(await statementsFor('{ a: claims { totalCount } b: country(ref: "country:GB") { key } }')).toHaveLength(2);
  });
});

describe('its text depends on what is selected, not on how', () => {
  const base = `query ($from: Date, $standings: [Standing!], $after: String, $first: Int) {
    meetings(first: $first, after: $after, filter: {time: {from: $from}, standings: $standings}) { nodes { key } }
  }`;

  test.each([
    ['other values', { from: '2024-01-01', first: 3 }, true],
    ['a null, as if it were left out', { from: '2024-01-01', standings: null }, true],
    ['a later page', { from: '2024-01-01', after: Buffer.from('Meeting.TIME.ASC\n2024').toString('base64url') }, true],
    ['one filter more', { from: '2024-01-01', standings: ['DISPUTED'] }, false],
    ['one filter less', {}, false],
  ])('%s: %j', async (_, variables, isSame) => {
    expect((await text(base, variables)) === (await text(base, { from: '2025-01-01' }))).toBe(isSame);
  });

  test('the same list twice with other arguments is read twice', async () => {
    const query = `{ official(ref: "official:x") {
      planned: meetings(statuses: [PLANNED], first: 1) { nodes { key } }
      attended: meetings(statuses: [ATTENDED], first: 2) { nodes { key } }
    } }`;
    const sent = await statementsFor(query);
    expect(sent[0]!.cypher.match(/COLLECT/g)).toHaveLength(2);
    expect(Object.values(sent[0]!.parameters)).toEqual(expect.arrayContaining([1n, 2n, ['PLANNED'], ['ATTENDED']]));
  });
});

describe('nothing that a client gives is ever text of the statement', () => {
  const evil = "x'}) DETACH DELETE (n) //";

  test.each([
    ['words', '{ meetings(filter: {text: $t}) { nodes { key } } }'],
    ['words of a search', '{ search(text: $t) { nodes { key } } }'],
    ['languages', '{ countries { nodes { name(lang: [$t]) } } }'],
    ['aliases of values', '{ documents(text: $t) { nodes { title } } }'],
    ['words of a gist', '{ statements(filter: {text: $t}) { nodes { gist } } }'],
    ['ids', '{ node(id: $id) { key } }'],
  ])('%s', async (_, body) => {
    const type = body.includes('$id') ? '$id: ID!' : '$t: String!';
    for (const { cypher } of await statementsFor(`query (${type}) ${body}`, { t: evil, id: evil })) {
      expect(cypher).not.toContain('DETACH');
      expect(cypher).not.toContain(evil.slice(0, 3));
    }
  });

  test('aliases neither', async () => {
    expect(await text('{ DETACH: meeting(ref: "m:1") { DELETE: key } }')).not.toMatch(/DETACH|DELETE/);
  });
});
