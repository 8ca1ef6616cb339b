import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A saved query: what it answers, what it teaches, and what to send. */
export interface Example {
  /** What it is listed under, from the name of its folder: `Who met whom`. */
  group: string;
  /** Its name in links: `/?example=who-chairs`. */
  name: string;
  /** The question it answers, from the first comment line. */
  title: string;
  /** What it teaches of the model, from the comment lines after it. */
  lesson: string;
  query: string;
  /** JSON text, from a comment line `# variables: {...}`; empty when it takes none. */
  variables: string;
}

const VARIABLES = 'variables:';

/** Reads every saved query, in the order of their folders and file names (`1-who-met-whom/01-who-chairs.graphql`). */
export function readExamples(folder = join(import.meta.dirname, 'examples')): Example[] {
  return readdirSync(folder)
    .sort()
    .flatMap((group) =>
      readdirSync(join(folder, group))
        .sort()
        .map((file) => ({
          group: groupTitle(group),
          ...parseExample(withoutNumber(basename(file, '.graphql')), readFileSync(join(folder, group, file), 'utf8')),
        })),
    );
}

const withoutNumber = (name: string) => name.replace(/^\d+-/, '');

function groupTitle(folder: string): string {
  const words = withoutNumber(folder).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Reads the comment lines at the head of a saved query. */
export function parseExample(name: string, query: string): Omit<Example, 'group'> {
  const lines = query.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  const comments = lines.slice(0, end).map((line) => line.slice(1).trim());
  const [title, ...rest] = comments;
  if (!title) throw new Error(`The saved query ${name} begins with no comment line for a title.`);
  return {
    name,
    title,
    lesson: rest.filter((line) => !line.startsWith(VARIABLES)).join(' '),
    query,
    variables:
      rest
        .find((line) => line.startsWith(VARIABLES))
        ?.slice(VARIABLES.length)
        .trim() ?? '',
  };
}
