import { request } from 'node:http';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse as parseCsv } from 'csv-parse/sync';
import { type Authenticator } from '../../src/access/authenticator.ts';
import { type Api, createApi } from '../../src/api/api.ts';
import { type ExportSources, createExports } from '../../src/api/exports/exports.ts';
import { exportedLists } from '../../src/api/exports/lists.ts';
import { ClientError } from '../../src/domain/errors.ts';
import { type Database } from '../../src/graph/database.ts';
import { articleGraph } from '../support/article.ts';
import { type TestServer, serve } from '../support/http.ts';
import { schema } from '../support/query.ts';
import { elements, parseXml } from '../support/read-export.ts';
import { recordBlocks } from '../support/recording.ts';

let database: Database;
let api: Api;
let server: TestServer;
beforeAll(async () => {
  database = await articleGraph();
  const { problems } = await recordBlocks(database, [
    {
      source: { document: 'doc:nasty', attributionKind: 'ANALYST' },
      documents: [
        {
          key: 'doc:nasty',
          title: 'A "title",\nof two lines; =1+1',
          kind: 'REPORT',
          keywords: ['a;b', 'c,"d"', '[e]'],
        },
      ],
    },
  ]);
  expect(problems).toEqual([]);
  api = createApi({ database, timeoutMs: 120_000 });
  server = await serve({ api });
});

interface Got {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  text: string;
}

/** Not with fetch, which sets headers of its own. Rejects where the connection breaks before the end. */
function get(path: string, { headers = {}, method = 'GET', url = server.url } = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    request(`${url}/export/${path}`, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode!, headers: response.headers, bytes, text: bytes.toString() });
      });
    })
      .once('error', reject)
      .end();
  });
}

/** Its message, where it is refused. */
async function refusal(path: string, options = {}): Promise<[status: number, code: string, message: string]> {
  const { status, text, headers } = await get(path, options);
  expect(headers['content-type']).toContain('application/json');
  const { errors } = JSON.parse(text) as { errors: { message: string; extensions: { code: string } }[] };
  expect(errors).toHaveLength(1);
  return [status, errors[0]!.extensions.code, errors[0]!.message];
}

const rowsOf = (csv: string) => parseCsv<Record<string, string>>(csv, { columns: true });
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** What the lists that require something are asked. */
const QUESTIONS: Readonly<Record<string, [address: string, args: string]>> = {
  search: ['text=Healey', '(text: "Healey", first: 100)'],
  explainTie: [
    'a=country:GB&b=country:UA&input.nodes=COUNTRY',
    '(a: "country:GB", b: "country:UA", input: {nodes: COUNTRY})',
  ],
  officeHolders: ['on=2025-02-12', '(on: "2025-02-12")'],
};

/** How many items a list of the API has, page by page where it does not say so itself. */
async function countItems(name: string, args: string): Promise<number> {
  const field = schema.getQueryType()!.getFields()[name]!;
  const list = async <T>(given: string, selection: string): Promise<T> => {
    const { body } = await server.ask(`{ list: ${name}${given} { ${selection} } }`);
    return (body.data as { list: T }).list;
  };
  if (field.type.toString().includes('Connection'))
    return (await list<{ totalCount: number }>(args, 'totalCount')).totalCount;
  if (name !== 'changes') return (await list<object[]>(args, '__typename')).length;
  let count = 0;
  for (let after = ''; ;) {
    const page = await list<{ cursor: string }[]>(`(first: 100${after})`, 'cursor');
    count += page.length;
    if (page.length < 100) return count;
    after = `, after: "${page.at(-1)!.cursor}"`;
  }
}

describe('every list of the API', () => {
  const lists = [...exportedLists(schema).values()];

  test.each(lists.map((list) => [list.name, list] as const))('%s: as CSV and as lines of JSON', async (name, list) => {
    const [address, args] = QUESTIONS[name] ?? ['', ''];
    const [csv, jsonl] = [await get(`${name}.csv?${address}`), await get(`${name}.jsonl?${address}`)];
    expect([csv.status, csv.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
    expect([jsonl.status, jsonl.headers['content-type']]).toEqual([200, 'application/jsonl; charset=utf-8']);
    const [rows, lines] = [rowsOf(csv.text), linesOf(jsonl.text)];
    const columns = list.columns.map((column) => column.name);
    expect(csv.text.split('\r\n')[0]!.split(',')).toEqual(columns);
    for (const line of lines) expect(Object.keys(line)).toEqual(columns);
    expect(lines).toHaveLength(rows.length);

    expect(rows).toHaveLength(await countItems(name, args));
  });

  test('values are those of the API, whatever is in them', async () => {
    const { nodes } = (
      (await server.ask('{ documents(text: "two lines") { nodes { key title keywords } } }')).body.data as {
        documents: { nodes: { key: string; title: string; keywords: string[] }[] };
      }
    ).documents;
    const [row] = rowsOf((await get('documents.csv?text=two%20lines')).text);
    expect({ ...row, keywords: JSON.parse(row!.keywords!) as unknown }).toMatchObject(nodes[0]!);
    expect(nodes[0]).toMatchObject({ keywords: ['a;b', 'c,"d"', '[e]'] });
  });

  test('filters are parameters, in parts or as JSON, and the names are in the language that is asked for', async () => {
    const keys = async (address: string) => rowsOf((await get(`meetings.csv?${address}`)).text).map(({ key }) => key);
    const all = await keys('');
    const conferences = await keys('filter.kinds=CONFERENCE&filter.kinds=VISIT');
    expect(conferences.length).toBeGreaterThan(0);
    expect(conferences.length).toBeLessThan(all.length);
    expect(await keys('kinds=CONFERENCE&kinds=VISIT')).toEqual(conferences);
    expect(await keys('filter=%7B%22kinds%22%3A%5B%22CONFERENCE%22%2C%22VISIT%22%5D%7D')).toEqual(conferences);
    const nameIn = async (lang: string) =>
      rowsOf((await get(`countries.csv?text=United%20Kingdom&${lang}`)).text)[0]!.name;
    expect(await nameIn('lang=zh-Hant&lang=en')).not.toBe(await nameIn('lang=en'));
    expect(await nameIn('lang=x-nonsense')).toBe(await nameIn(''));
  });
});

describe('a network', () => {
  const QUESTION = 'nodes=COUNTRY&weight=NEWMAN&measures=BETWEENNESS&measures=CLOSENESS';
  const COUNTS = '{ network(input: {nodes: COUNTRY, weight: NEWMAN}) { nodeCount tieCount } }';

  test('has the same nodes and ties in each format', async () => {
    const { network } = (await server.ask(COUNTS)).body.data as {
      network: { nodeCount: number; tieCount: number };
    };
    expect(network.tieCount).toBeGreaterThan(0);
    const [gexf, graphml] = await Promise.all(
      ['gexf', 'graphml'].map(async (format) => parseXml((await get(`network.${format}?${QUESTION}`)).text)),
    );
    const cyjs = JSON.parse((await get(`network.cyjs?${QUESTION}`)).text) as {
      elements: { nodes: object[]; edges: object[] };
    };
    const lines = linesOf((await get(`network.jsonl?${QUESTION}`)).text);
    const nodes = rowsOf((await get(`network.nodes.csv?${QUESTION}`)).text);
    const ties = rowsOf((await get(`network.ties.csv?${QUESTION}`)).text);
    expect({
      gexf: [elements(gexf!, 'node').length, elements(gexf!, 'edge').length],
      graphml: [elements(graphml!, 'node').length, elements(graphml!, 'edge').length],
      cyjs: [cyjs.elements.nodes.length, cyjs.elements.edges.length],
      jsonl: [
        lines.filter(({ record }) => record === 'node').length,
        lines.filter(({ record }) => record === 'tie').length,
      ],
      csv: [nodes.length, ties.length],
    }).toEqual(
      Object.fromEntries(
        ['gexf', 'graphml', 'cyjs', 'jsonl', 'csv'].map((name) => [name, [network.nodeCount, network.tieCount]]),
      ),
    );
    expect(Object.keys(nodes[0]!)).toEqual(expect.arrayContaining(['betweenness', 'closeness', 'community']));
  });

  test('has an address that says the question: what it gives is what was asked, from any host', async () => {
    const query = `query ($input: NetworkInput!) { network(input: $input) { tieCount
      exportUrl(format: CSV_TIES, measures: [EIGENVECTOR], sample: 3, lang: ["uk"]) } }`;
    for (const input of [
      {},
      { nodes: 'COUNTRY', roles: [], minWeight: 0.5 },
      { nodes: 'COUNTRY', statuses: ['ATTENDED', 'PLANNED'], time: { from: '2025-02-01', match: 'CERTAINLY' } },
      { officials: { anyOf: [{ country: 'country:GB' }, { levels: ['MINISTER'] }] }, kinds: ['CONFERENCE'] },
      { around: 'official:john-healey', radius: 2, includeInferred: true, weight: 'JACCARD' },
      { mode: 'TWO_MODE', body: 'org:udcg', maxMeetingSize: 50 },
    ]) {
      const { network } = (await server.ask(query, { input })).body.data as {
        network: { tieCount: number; exportUrl: string };
      };
      expect(network.exportUrl).toMatch(new RegExp(`^${server.url}/export/network\\.ties\\.csv\\?`));
      const file = await get(network.exportUrl.replace(`${server.url}/export/`, ''));
      expect([file.status, rowsOf(file.text).length]).toEqual([200, network.tieCount]);
    }
  });

  test('says that a measure is an estimate, and that it is around nobody, in the answer and in the file', async () => {
    const estimated = async (sample: number) => {
      const query = `{ network { nodeCount notes nodes(first: 1) { betweenness(sample: ${sample}) } } }`;
      return (await server.ask(query)).body.data as { network: { nodeCount: number; notes: string[] } };
    };
    const { network } = await estimated(3);
    const note = `The betweenness is an estimate from the paths of 3 of ${network.nodeCount} nodes.`;
    expect(network.notes).toEqual([note]);
    expect((await estimated(network.nodeCount)).network.notes).toEqual([]);
    const aboutOf = async (search: string) => linesOf((await get(`network.jsonl?${search}`)).text)[0];
    expect(await aboutOf('measures=BETWEENNESS,CLOSENESS&sample=3')).toMatchObject({
      record: 'network',
      notes: [note],
    });
    expect(await aboutOf('around=official:nobody')).toMatchObject({
      notes: ['Nobody is in it, as `around`, official:nobody, is nobody who was there.'],
    });
  });

  test('behind a proxy the address is that of the proxy, and no answer is that of another host', async () => {
    const URL_OF = '{ network { exportUrl(format: GEXF) } }';
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'graph.example' };
    const urlFrom = async ({ url }: TestServer, headers: Record<string, string>) => {
      const answer = await get(`../graphql?query=${encodeURIComponent(URL_OF)}`, { url, headers });
      return (JSON.parse(answer.text) as { data: { network: { exportUrl: string } } }).data.network.exportUrl;
    };
    const behind = await serve({ api, proxies: 1 });
    for (let turn = 0; turn < 2; turn++) {
      expect(await urlFrom(behind, forwarded)).toBe('https://graph.example/export/network.gexf');
      expect(await urlFrom(behind, { ...forwarded, 'x-forwarded-host': 'forged.example, other.example' })).toBe(
        'https://other.example/export/network.gexf',
      );
      expect(await urlFrom(behind, {})).toBe(`${behind.url}/export/network.gexf`);
      expect(await urlFrom(server, forwarded)).toBe(`${server.url}/export/network.gexf`);
    }
    expect(await urlFrom(behind, { 'x-forwarded-host': '"><script>' })).toMatch(/^http:\/\/localhost:\d+\/export/);
    const link = async (headers: Record<string, string>) =>
      (await get('meetings.csv?kinds=VISIT', { url: behind.url, headers })).headers;
    expect((await link(forwarded)).link).toContain(
      '<https://graph.example/export/meetings.csv-metadata.json?kinds=VISIT>',
    );
    expect((await link(forwarded)).etag).not.toBe((await link({})).etag);
  });
});

describe('the citation of', () => {
  const apa = async (path: string, options = {}) => (await get(path, options)).text;
  const titleIn = async (path: string) => (await apa(path)).split(', from Chancery: ')[0];

  test.each([
    ['meetings', 'meeting:udcg-26', '26th meeting of the Ukraine Defense Contact Group', 'meeting/udcg-26'],
    ['entities', 'meeting:udcg-26', '26th meeting of the Ukraine Defense Contact Group', 'meeting/udcg-26'],
    ['entities', 'official:john-healey', 'John Healey', 'official/john-healey'],
    ['entities', 'iso3166_1_alpha2:GB', 'United Kingdom', 'country/GB'],
    ['documents', 'doc:article', expect.stringContaining('UK to take the chair'), 'document/article'],
    ['claims', 'c041', expect.stringContaining('Healey'), 'claim/c041'],
    [
      'statements',
      'stmt:vance-does-not-care',
      expect.stringMatching(/^JD Vance: Said/),
      'statement/vance-does-not-care',
    ],
  ])('one thing alone is its name and its page: %s %s', async (list, ref, title, path) => {
    const text = await apa(`${list}.txt?refs=${ref}`);
    const [, named, address] = /^(.*?)\.? \(\d{4}, \w+ \d+\)\. In Chancery: .* from (\S+)\n$/.exec(text)!;
    expect(named).toEqual(title);
    expect(address).toBe(`${server.url}/explore/${path}`);
    for (const format of ['bib', 'ris', 'csl.json', 'datacite.json'])
      expect((await get(`${list}.${format}?refs=${ref}`)).text).toContain(address);
    // What describes data is of the row.
    for (const format of ['ro-crate.json', 'croissant.json'])
      expect((await get(`${list}.${format}?refs=${ref}`)).text).toContain(`${server.url}/export/${list}.csv?refs=`);
  });

  test('one thing in the language that is asked for', async () => {
    const english = await apa('entities.txt?refs=country:GB');
    const chinese = await apa('entities.txt?refs=country:GB&lang=zh-Hant');
    expect(english).toMatch(/^United Kingdom\. /);
    expect(chinese).toMatch(/^\p{Script=Han}+\. /u);
  });

  test.each([
    ['meetings.txt', 'Meetings'],
    ['officeHolders.txt?on=2025-02-12', 'Office holders (on: 2025-02-12)'],
    ['meetings.txt?refs=meeting:nothing', 'Meetings (only: meeting:nothing)'],
    [
      'meetings.txt?refs=meeting:udcg-26&kinds=VISIT',
      'Meetings (only: 26th meeting of the Ukraine Defense Contact Group; kinds: visit)',
    ],
    [
      'meetings.txt?body=org:udcg&time.from=2024-01-01&orderBy.field=NAME',
      'Meetings (body: Ukraine Defense Contact Group; time from 2024-01-01)',
    ],
    ['search.txt?text=Healey', 'Search (text: “Healey”)'],
    [
      'network.txt?nodes=COUNTRY&body=org:udcg&minWeight=2&radius=1',
      'Network of countries who met (body: Ukraine Defense Contact Group; weight: at least 2)',
    ],
    ['network.txt?around=official:john-healey', 'Network of officials who met (around: John Healey)'],
  ])('%s says the conditions in words', async (path, title) => {
    expect(await titleIn(path)).toBe(title);
  });

  test('a network is the same in the answer', async () => {
    const query = '{ network(input: {nodes: COUNTRY, body: "org:udcg"}) { citation(style: APA) } }';
    const { network } = (await server.ask(query)).body.data as { network: { citation: string } };
    const file = await apa('network.txt?nodes=COUNTRY&body=org:udcg');
    expect(network.citation).toContain('(body: Ukraine Defense Contact Group)');
    expect(decodeURIComponent(file.trim())).toBe(decodeURIComponent(network.citation));
  });

  test('anything is at the public address of the server', async () => {
    const published = await serve({ api, publicUrl: 'https://chancery.example.org' });
    const from = { url: published.url, headers: { host: 'localhost', 'x-forwarded-host': 'other.example' } };
    expect(await apa('meetings.txt?refs=meeting:udcg-26', from)).toContain(
      ' from https://chancery.example.org/explore/meeting/udcg-26\n',
    );
    expect(await apa('network.txt', from)).toContain(' from https://chancery.example.org/export/network.gexf\n');
    expect((await get('meetings.csv', from)).headers.link).toContain('<https://chancery.example.org/export/');
    const { body } = await published.ask('{ network { exportUrl(format: GEXF) } }');
    expect(body.data).toEqual({ network: { exportUrl: 'https://chancery.example.org/export/network.gexf' } });
  });
});

describe('HTTP', () => {
  const PATH = 'meetings.csv?kinds=CONFERENCE';

  test('what is unchanged is not sent again, and what the name and the links say', async () => {
    const { headers, text } = await get(PATH);
    const { body } = await server.ask('{ graphVersion }');
    const { graphVersion } = body.data as { graphVersion: string };
    expect(headers).toMatchObject({
      'content-disposition': `attachment; filename="chancery-meetings-v${graphVersion}.csv"`,
      'cache-control': 'no-cache',
      link: expect.stringMatching(/rel="describedby"; type="application\/csvm\+json"$/) as unknown,
      vary: 'authorization, accept, accept-encoding',
    });
    const { etag } = headers as { etag: string };
    for (const known of [etag, `W/"other", ${etag}`, etag.replace('W/', '')]) {
      const again = await get(PATH, { headers: { 'if-none-match': known } });
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', etag]);
    }
    expect((await get(PATH, { headers: { 'if-none-match': 'W/"other"' } })).text).toBe(text);
    expect((await get('meetings.csv', { headers: { 'if-none-match': etag } })).status).toBe(200);

    const head = await get(PATH, { method: 'HEAD' });
    expect([head.status, head.text, head.headers['content-type'], head.headers.etag]).toEqual([
      ...[200, '', 'text/csv; charset=utf-8', etag],
    ]);
    const [described] = /(?<=export\/)[^>]+/.exec(headers.link as string)!;
    const metadata = JSON.parse((await get(described)).text) as { url: string; tableSchema: { columns: object[] } };
    expect(metadata.url).toBe(`${server.url}/export/${PATH}`);
    expect(metadata.tableSchema.columns).toHaveLength(text.split('\r\n')[0]!.split(',').length);
  });

  test('is compressed where that is accepted', async () => {
    const { text } = await get(PATH);
    const [gzip, br] = await Promise.all(
      ['gzip', 'br'].map((encoding) => get(PATH, { headers: { 'accept-encoding': encoding } })),
    );
    expect([gzip!.headers['content-encoding'], gunzipSync(gzip!.bytes).toString()]).toEqual(['gzip', text]);
    expect([br!.headers['content-encoding'], brotliDecompressSync(br!.bytes).toString()]).toEqual(['br', text]);
  });

  test.each([
    ['meetings', 'application/jsonl', 'application/jsonl'],
    ['meetings', 'text/html, text/csv;q=0.5', 'text/csv'],
    ['meetings', '*/*', 'text/csv'],
    ['network', 'application/graphml+xml', 'application/graphml+xml'],
    ['network', 'text/csv', 'text/csv'],
    ['network', '', 'application/gexf+xml'],
  ])('%s for Accept: %s', async (path, accept, type) => {
    const { status, headers } = await get(path, { headers: { accept } });
    expect([status, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
  });

  test('where reading is closed nobody reads without a key, nor learns whether anything has changed', async () => {
    const closed: Authenticator = {
      authenticate: () => Promise.reject(new ClientError('UNAUTHENTICATED', 'A key is needed.')),
    };
    const { url } = await serve({ api, authenticator: closed });
    const { etag } = (await get(PATH)).headers as { etag: string };
    for (const path of [PATH, 'network.gexf', 'nothing.csv']) {
      expect((await refusal(path, { url, headers: { 'if-none-match': etag } })).slice(0, 2)).toEqual([
        ...[401, 'UNAUTHENTICATED'],
      ]);
    }
  });

  test('other methods are refused', async () => {
    const { status, headers } = await get(PATH, { method: 'POST' });
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });
});

describe('an address that says nothing', () => {
  test.each([
    ['meeting.csv', 404, /Did you mean meetings\?/],
    ['__proto__.csv', 404, /nothing to export that is called __proto__/],
    ['constructor', 404, /called constructor/],
    ['.csv', 404, /Say what to export\. Expected one of countries, officials/],
    ['meetings.xls', 404, /cannot be had as \.xls/],
    ['meetings.constructor', 404, /cannot be had as \.constructor/],
    ['meetings.jsonl-metadata.json', 404, /cannot be had/],
    ['meetings.-metadata.jsoncsv', 404, /cannot be had/],
    ['network.csv', 404, /Did you mean ties\.csv|nodes\.csv|cannot be had as \.csv/],
    ['%E0%A4%A.csv', 404, /nothing to export/],
    ['%00.csv', 404, /nothing to export/],
    ['meetings.csv?kind=VISIT', 400, /no parameter `kind` here\. Did you mean `kinds`\?/],
    ['meetings.csv?kinds=VISITS', 400, /`filter\.kinds\.0`: Value "VISITS" does not exist.*Did you mean.*"VISIT"/],
    ['meetings.csv?first=3', 400, /no parameter `first`/],
    [
      'meetings.csv?__proto__=1&constructor=2&filter.__proto__.x=3',
      400,
      /`__proto__`.*`constructor`.*`filter.__proto__.x`/,
    ],
    ['meetings.csv?filter=%7B%22__proto__%22%3A%7B%22kinds%22%3A%5B%5D%7D%7D', 400, /__proto__/],
    ['meetings.csv?filter=%7B', 400, /`filter` is not JSON/],
    ['meetings.csv?filter=%5B1%5D', 400, /`filter(\.0)?`: Expected type "MeetingFilter"/],
    ['meetings.csv?filter=7&kinds=VISIT', 400, /given twice, as a whole and in parts/],
    ['meetings.csv?body=org:a&filter.body=org:b', 400, /`filter.body` is given twice/],
    ['meetings.csv?time.from=2025-02-30', 400, /`filter.time.from`/],
    ['meetings.csv?body=%00', 400, /neither an id nor a key/],
    ['search.csv', 400, /`text` is missing/],
    ['explainTie.csv?a=x', 400, /`b` is missing/],
    ['network.gexf?sample=0', 400, /`sample` is 0; expected at least 1/],
    ['network.gexf?sample=1.5', 400, /`sample`: Int cannot represent/],
    ['network.gexf?measures=PAGERANK', 400, /`measures.0`: Value "PAGERANK" does not exist/],
    ['network.gexf?input.nodes=PEOPLE&radius=x', 400, /`input.nodes`: Value "PEOPLE".*`input.radius`: Int/],
    ['network.gexf?format=GEXF', 400, /no parameter `format`/],
    ['network.gexf?mode=TWO_MODE&weight=NEWMAN', 400, /each tie is one presence/],
    ['network.gexf?around=country:GB', 400, /Ask for input: \{nodes: COUNTRY\}/],
  ])('%s', async (path, status, message) => {
    expect(await refusal(path)).toEqual([
      status,
      status === 404 ? 'NOT_FOUND' : 'BAD_USER_INPUT',
      expect.stringMatching(message),
    ]);
  });

  test('is told all that is wrong at once', async () => {
    const [, , message] = await refusal(
      'meetings.csv?kind=VISIT&kinds=X&filter.time.from=never&orderBy=%7B&body=a&body=b',
    );
    for (const part of [
      '`kind`',
      '`filter.kinds.0`',
      '`filter.time.from`',
      '`orderBy` is not JSON',
      '`body` is given twice',
    ])
      expect(message).toContain(part);
  });

  test('is refused when it is too long, and harms nobody', async () => {
    const many = Array.from({ length: 201 }, () => 'kinds=VISIT').join('&');
    expect((await refusal(`meetings.csv?${many}`))[2]).toContain('201 parameters; expected at most 200');
    const wrong = Array.from({ length: 200 }, (_, n) => `p${n}=1`).join('&');
    const [, , message] = await refusal(`meetings.csv?${wrong}`);
    expect(message).toContain('There are 180 more problems');
    expect((await refusal(`meetings.csv?text=${'x'.repeat(10_001)}`))[2]).toContain('10001 characters');
    expect((await refusal(`meetings.csv?kinds=${'['.repeat(9_000)}`))[0]).toBe(400);
    expect((await refusal(`meetings.csv?kinds=${'['.repeat(4_000)}${']'.repeat(4_000)}`))[0]).toBe(400);
    const deep = `${'{"anyOf":['.repeat(500)}{}${']}'.repeat(500)}`;
    expect((await refusal(`meetings.csv?filter=${encodeURIComponent(deep)}`))[0]).toBe(400);
    const twice = '{"kinds":["VISIT"],"kinds":["CONFERENCE"]}';
    expect((await get(`meetings.csv?filter=${encodeURIComponent(twice)}`)).status).toBe(200);
    expect((await get('network.nodes.csv?lang=&lang=%00&lang=%E2%80%AE')).status).toBe(200);
    expect(server.lines.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

/** A server whose list of entities has pages of so many long names, at the versions that the test says. */
async function serveEntities({
  pages,
  characters,
  versionAt,
  wait,
}: {
  pages: number;
  characters: number;
  versionAt: (reads: number) => number;
  wait?: (page: number, signal: AbortSignal) => Promise<void>;
}) {
  let reads = 0;
  const asked: number[] = [];
  const exports = createExports(schema);
  const { url, lines } = await serve({
    api: {
      ...api,
      openExport: (asking) =>
        exports.open(asking, {
          networks: undefined as never,
          readState: () => Promise.resolve({ version: `${versionAt(reads)}`, instance: 'x', latestSnapshot: null }),
          readNamed: () => Promise.resolve([]),
          withinLimit: (work) => work(asking.signal),
          execute: async ({ variables }: Parameters<ExportSources['execute']>[0]) => {
            const page = Number(variables.after ?? 0);
            const version = versionAt(reads++);
            asked.push(page);
            await wait?.(page, asking.signal);
            const nodes = Array.from({ length: 10 }, (_, n) => ({
              ...{ __typename: 'Topic', id: 'id', key: `topic:v${version}-${page}-${n}`, name: 'x'.repeat(characters) },
              ...{ names: [], externalIds: [], formerIds: [], descriptions: [] },
            }));
            const pageInfo = { hasNextPage: page < pages - 1, endCursor: `${page + 1}` };
            return { data: { graphVersion: `${version}`, entities: { nodes, pageInfo } } };
          },
        }),
    },
  });
  return { url, lines, asked };
}

describe('while the graph is written', () => {
  test('a small table begins anew, and is of one state', async () => {
    const { url, asked } = await serveEntities({ pages: 3, characters: 10, versionAt: (reads) => (reads < 2 ? 1 : 2) });
    const { headers, text } = await get('entities.csv', { url });
    expect(headers['content-disposition']).toContain('-v2.csv');
    const keys = rowsOf(text).map(({ key }) => key!);
    expect(keys).toHaveLength(30);
    expect(keys.every((key) => key.startsWith('topic:v2-'))).toBe(true);
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  test('one that is never steady is refused, to be asked again', async () => {
    const { url, asked } = await serveEntities({ pages: 3, characters: 10, versionAt: (reads) => reads });
    const [status, code] = await refusal('entities.csv', { url });
    expect([status >= 500, code]).toEqual([true, 'GRAPH_CHANGED']);
    expect(asked.length).toBeLessThan(20);
  });

  test.each(['identity', 'gzip'])('a large one breaks off, which no client takes for the end: %s', async (encoding) => {
    const { url, lines } = await serveEntities({
      ...{ pages: 20, characters: 100_000, versionAt: (reads) => (reads < 15 ? 1 : 2) },
    });
    const answer = get('entities.csv', { url, headers: { 'accept-encoding': encoding } });
    await expect(answer.then(({ status }) => status)).rejects.toThrow('aborted');
    expect(lines.some(({ level }) => level >= 50)).toBe(false);
  });
});

test('a client that disconnects ends the work', async () => {
  const later = Promise.withResolvers<AbortSignal>();
  const { url, asked } = await serveEntities({
    ...{ pages: 1_000, characters: 100_000, versionAt: () => 1 },
    wait: (page, signal) => {
      if (page < 8) return Promise.resolve();
      later.resolve(signal);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    },
  });
  const client = new AbortController();
  const answer = await fetch(`${url}/export/entities.csv`, { signal: client.signal });
  const reading = answer.text();
  const signal = await later.promise;
  client.abort();
  await expect(reading).rejects.toThrow('aborted');
  if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve));
  const pages = asked.length;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(asked).toHaveLength(pages);
});

test('a file that takes longer than a query may is refused', async () => {
  const impatient = await serve({ api: createApi({ database, timeoutMs: 1 }) });
  expect((await refusal('meetings.csv', { url: impatient.url })).slice(0, 2)).toEqual([504, 'TIMED_OUT']);
});
