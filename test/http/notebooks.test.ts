import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import { serve, testApi, type TestServer } from '../support/http.ts';
import { PYTHON_ENV, PYTHON_SCRIPTS, pythonTest } from '../support/python.ts';
import { R_ENV, R_OPTIONS, R_SCRIPTS, rTest } from '../support/r.ts';
import { seededDatabase } from '../support/seed.ts';

/** The notebooks, their code run as it stands in the files, against a server with the seed. */
const IN_PYTHON = 'notebooks/question-to-figure.ipynb';
const IN_R = 'notebooks/question-to-figure.Rmd';
const NAMES = ['met', 'ministers', 'table', 'citation'];

let server: TestServer;
beforeAll(async () => {
  await seededDatabase();
  server = await serve({ api: await testApi() });
});

/** What a program prints. It runs beside this process, which answers its questions. */
async function run<Printed>(program: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Printed> {
  const options = { env: { ...env, CHANCERY_URL: server.url }, timeout: 120_000, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(program, args, options);
  return JSON.parse(stdout) as Printed;
}

interface Node {
  label: string;
  betweenness: number;
}

const MET_MOST = [
  ['Mark Milley', 8],
  ['Oleksii Reznikov', 7],
  ['Juansher Burchuladze', 5],
];

/** The ties of the ministers, by the keys of both. */
async function ministersTied(): Promise<[string, string, number][]> {
  const time = '{ from: "2024-01-01", to: "2024-12-31" }';
  const { body } = await server.ask(`{
    network(input: { officials: { portfolio: DEFENCE, levels: [MINISTER] }, time: ${time} }) {
      ties { a { key } b { key } weight }
    }
  }`);
  const { network } = body.data as {
    network: { ties: { a: { key: string }; b: { key: string }; weight: number }[] };
  };
  return inOrder(network.ties.map(({ a, b, weight }) => [a.key, b.key, weight]));
}

const inOrder = (ties: [string, string, number][]) =>
  ties.map(([a, b, weight]): [string, string, number] => [[a, b].sort()[0]!, [a, b].sort()[1]!, weight]).sort();

pythonTest(
  'the notebook in Python: whom Austin met, the ministers who met, who stands between them',
  async (python) => {
    interface Printed {
      figures: number;
      met: { 'b.name': string; weight: number }[];
      ministers: { nodes: Record<string, Node>; ties: [string, string, { weight: number }][] };
      table: Node[];
      citation: string;
    }
    const args = [join(PYTHON_SCRIPTS, 'run_notebook.py'), IN_PYTHON, ...NAMES];
    const { figures, met, ministers, table, citation } = await run<Printed>(python, args, PYTHON_ENV);
    expect(figures).toBe(3);
    expect(met.slice(0, 3).map((row) => [row['b.name'], row.weight])).toEqual(MET_MOST);
    expect(inOrder(ministers.ties.map(([a, b, { weight }]) => [a, b, weight]))).toEqual(await ministersTied());
    expect(ministers.nodes).toHaveProperty(['official:lloyd-austin', 'label'], 'Lloyd Austin');
    expect(table.length).toBe(Object.keys(ministers.nodes).length);
    expect(table.toSorted((one, other) => other.betweenness - one.betweenness)[0]!.label).toBe('Lloyd Austin');
    expect(citation).toMatch(/^@misc\{/);
  },
);

rTest(
  'the notebook in R: the same, and igraph finds the same betweenness',
  ['httr2', 'igraph', 'jsonlite'],
  async () => {
    interface Printed {
      figures: number;
      met: { b: { name: string }; weight: number }[];
      ministers: { from: string; to: string; weight: number }[];
      table: (Node & { again: number })[];
      citation: string[];
    }
    const args = [...R_OPTIONS, join(R_SCRIPTS, 'run_notebook.R'), IN_R, ...NAMES];
    const { figures, met, ministers, table, citation } = await run<Printed>('Rscript', args, R_ENV);
    expect(figures).toBe(3);
    expect(met.slice(0, 3).map(({ b, weight }) => [b.name, weight])).toEqual(MET_MOST);
    expect(inOrder(ministers.map(({ from, to, weight }) => [from, to, weight]))).toEqual(await ministersTied());
    for (const { betweenness, again } of table) expect(betweenness).toBeCloseTo(again, 9);
    expect(Math.max(...table.map(({ betweenness }) => betweenness))).toBeGreaterThan(0);
    expect(citation[0]).toMatch(/^@misc\{/);
  },
);

/** The lines of code of a notebook, one list for each cell or chunk: the first is what the others share. */
const CELLS: Readonly<Record<string, string[][]>> = {
  [IN_PYTHON]: (
    JSON.parse(readFileSync(IN_PYTHON, 'utf8')) as {
      cells: { cell_type: string; source: string[]; outputs?: object[] }[];
    }
  ).cells
    .filter(({ cell_type }) => cell_type === 'code')
    .map(({ source }) => source),
  [IN_R]: [...readFileSync(IN_R, 'utf8').matchAll(/^```\{r.*?\n(.*?)^```$/gms)].map(([, code]) =>
    code!.trimEnd().split('\n'),
  ),
};

test.each(Object.entries(CELLS))(
  '%s: from each question to its figure in under fifteen lines',
  (_, [shared, ...cells]) => {
    const lines = (cell: string[]) => cell.filter((line) => line.trim() !== '').length;
    for (const cell of cells) expect(lines(shared!) + lines(cell)).toBeLessThan(15);
  },
);

test('the notebook in Python is kept without its outputs', () => {
  const { cells } = JSON.parse(readFileSync(IN_PYTHON, 'utf8')) as { cells: { outputs?: object[] }[] };
  expect(cells.flatMap(({ outputs }) => outputs ?? [])).toEqual([]);
});
