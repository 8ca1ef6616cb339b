import { capitalised, inWords, nameInWords } from '../words.ts';

/** What conditions and settings of an address are called where lower case alone does not read well, by the end of their names. */
const NAMES: Readonly<Record<string, string>> = {
  acts: 'as',
  addressee: 'said to',
  actors: 'who was there',
  beginsIn: 'began in',
  by: 'one bar for each',
  colour: 'colour by',
  first: 'how many',
  includeInferred: 'inferred too',
  kinds: 'kind',
  levels: 'rank',
  maxMeetingSize: 'meetings of at most',
  meetings: 'was at',
  metWith: 'who met',
  minReliability: 'reliability at least',
  minWeight: 'ties of at least',
  modes: 'mode',
  nodes: 'between',
  occasion: 'said at',
  on: 'in office on',
  onlyAnonymous: 'by unnamed sources alone',
  radius: 'how far',
  refs: 'only',
  roles: 'role',
  shown: 'meetings',
  size: 'size by',
  speakers: 'said by',
  stances: 'stance',
  standings: 'standing',
  statuses: 'status',
  text: 'name has the words',
  types: 'type',
  updatedSince: 'changed since',
  weight: 'a tie counts',
};

/** What conditions are about that stand within another. */
const WITHIN: Readonly<Record<string, string>> = {
  participation: 'somebody there',
  officials: 'officials',
  not: 'not',
};

/** `Kind` for `kinds`, `Somebody there` for `participation.actors`, `Somebody there, rank` for `participation.levels`, `From` for `time.from`. */
export function conditionInWords(path: string): string {
  const names = path.split('.');
  const last = names.pop()!;
  const within = names.flatMap((name) => (name === 'time' ? [] : [WITHIN[name] ?? nameInWords(name)]));
  const own = last === 'actors' && names.at(-1) === 'participation' ? [] : [NAMES[last] ?? nameInWords(last)];
  return capitalised([...within, ...own].join(', '));
}

/** Whether the values of a condition are what the reader typed, which stands for itself. */
export const isTyped = (path: string): boolean => path === 'text';

/** A value as a person says it, where it is neither typed nor the key of something nor said otherwise by the view. */
export const choiceInWords = (value: string): string =>
  value === 'true' ? 'yes' : value === 'false' ? 'no' : /^[A-Z][A-Z_]*$/.test(value) ? inWords(value) : value;
