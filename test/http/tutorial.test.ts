import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { importFiles } from '../../src/dataset/import.ts';
import { formatReport } from '../../src/dataset/format-report.ts';
import { type Database } from '../../src/graph/database.ts';
import { emptyGraph, testDatabase } from '../support/database.ts';
import { scratch } from '../support/files.ts';
import { serve, testApi, type TestServer } from '../support/http.ts';

/** A fenced block of the tutorial, the text before it, and the number of its line. */
interface Block {
  language: string;
  content: string;
  before: string;
  line: number;
}

const tutorial = readFileSync('docs/tutorial.md', 'utf8');
const [lesson, mistakes, finished] = tutorial.split(/^(?=## (?:Mistakes|The finished))/m).map(blocksOf) as [
  Block[],
  Block[],
  Block[],
];

function blocksOf(text: string): Block[] {
  const offset = tutorial.slice(0, tutorial.indexOf(text)).split('\n').length - 1;
  let end = 0;
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map((match) => {
    const block = {
      language: match[1]!,
      content: match[2]!,
      before: text.slice(end, match.index),
      line: offset + text.slice(0, match.index).split('\n').length,
    };
    end = match.index + match[0].length;
    return block;
  });
}

/** Applies a diff block: the lines with a minus are replaced by those with a plus. */
function edited(text: string, diff: string): string {
  const lines = (sign: string) =>
    diff
      .split('\n')
      .filter((line) => line.startsWith(sign))
      .map((line) => `${line.slice(1)}\n`)
      .join('');
  expect(text).toContain(lines('-'));
  return text.replace(lines('-'), () => lines('+'));
}

/** Follows docs/tutorial.md block by block, as a reader does who begins with the seed article. */
describe('the tutorial', () => {
  const { folder, file, [Symbol.dispose]: remove } = scratch();
  afterAll(remove);
  let database: Database;
  let server: TestServer;
  beforeAll(async () => {
    database = await testDatabase();
    await emptyGraph(database);
    const { problems } = await importFiles(database, ['seed/article.yaml'], { by: 'test' });
    expect(problems).toEqual([]);
    server = await serve({ api: await testApi() });
  });

  const typed = new Map<string, string>();
  let name = '';
  let answer: string | undefined;

  /** Runs the command of a block, and gives what the report says. */
  async function run(command: string): Promise<string> {
    const [, rest] = /^npm run -s chancery -- import (.*)\n$/.exec(command)!;
    const words = rest!.split(' ');
    const paths = words.filter((word) => !word.startsWith('--')).map((path) => file(path, typed.get(path)!));
    const dryRun = words.includes('--dry-run');
    const report = await importFiles(database, paths, { by: 'test', dryRun, prune: words.includes('--prune') });
    return formatReport(report, { dryRun }).join('\n').replaceAll(`${folder}/`, '').trim();
  }

  async function ask(query: string): Promise<string> {
    const { body } = await server.ask(query);
    expect(body.errors).toBeUndefined();
    return JSON.stringify(body.data);
  }

  const doing: Record<string, (content: string) => Promise<void> | void> = {
    yaml: (content) => {
      const begins = content.startsWith('# yaml-language-server');
      typed.set(name, begins ? content : `${typed.get(name)}${content}`);
    },
    diff: (content) => void typed.set(name, edited(typed.get(name)!, content)),
    sh: async (command) => void (answer = await run(command)),
    graphql: async (query) => void (answer = await ask(query)),
    text: (content) => expect(answer).toBe(content.trim()),
    json: (content) => expect(JSON.parse(answer!)).toEqual(JSON.parse(content)),
  };

  test.each(lesson.map((block) => [block.line, block.language, block] as const))(
    'line %i: %s',
    async (_line, language, { content, before }) => {
      name = before.match(/(?<=`)[\w-]+\.yaml(?=`)/g)?.at(-1) ?? name;
      await doing[language]!(content);
    },
  );

  test('its finished file is what its steps make', () => {
    expect(finished.map(({ content }) => content)).toEqual([typed.get('strait-watch.yaml')]);
  });

  const pairs = mistakes.flatMap(({ language, content }, index) =>
    language === 'diff' ? [[content.trim(), content, mistakes[index + 1]!.content] as const] : [],
  );

  test.each(pairs)('the mistake\n%s', async (_title, diff, told) => {
    const path = 'strait-watch.yaml';
    const report = await importFiles(database, [file(path, edited(finished[0]!.content, diff))], { by: 'test' });
    const problems = formatReport(report).join('\n').replaceAll(`${folder}/`, '').trim();
    expect(problems).toBe(`${told.trim()}\n\n1 problem. Nothing was written.`);
  });
});
