import { importInBatches } from '../../src/dataset/batches/import-in-batches.ts';
import { type Database } from '../../src/graph/database.ts';
import { RecordInput } from '../../src/record/input/record-input.ts';
import { type Block } from '../dataset/blocks.ts';
import { below, oneOf, randomFrom } from '../dataset/random.ts';

export const PEOPLE = 100_000;
/** Whose spellings are looked for. */
export const KNOWN = { key: 'official:known', name: 'Vladimir Putin' };

const DATA_SET = { key: 'names', title: 'The names of the benchmark' };
const PEOPLE_PER_BLOCK = 1_000;
const FAMILY_NAMES = 20_000;
const GIVEN_NAMES = 1_000;

const ONSETS = 'b br ch d dr f g gr h j k kl l m n p pr r s sh st t tr v w y z'.split(' ');
const NUCLEI = 'a e i o u ai ei ou'.split(' ');
const CODAS = ['', '', '', 'l', 'm', 'n', 'r', 's', 'ng', 'rt', 'ck'];
const CYRILLIC = 'абвгдежзиклмнопрстуфх';

/** Adds 100,000 people of one name each, a tenth of them in Cyrillic, and the one who is known; nothing if they are there. */
export async function makeWorld(database: Database, say: (line: string) => void): Promise<void> {
  const [row] = await database.read((tx) => tx.rows('MATCH (t:Official) RETURN count(t)'));
  if ((row![0] as number) > PEOPLE) return;
  const blocks = [...blocksOfNames()].map((block) => RecordInput.parse(block));
  const input = blocks.map((block) => ({ block, dataSet: DATA_SET }));
  const { problems } = await importInBatches(database, input, { by: 'benchmark', onProgress: say });
  if (problems.length > 0)
    throw new Error(`The importer did not take the names: ${JSON.stringify(problems.slice(0, 5))}`);
}

/** The names, in order: the same in every run. */
export function namesOfPeople(): string[] {
  const random = randomFrom(18);
  const word = (syllables: number) =>
    Array.from({ length: syllables }, () => oneOf(random, ONSETS) + oneOf(random, NUCLEI) + oneOf(random, CODAS)).join(
      '',
    );
  const list = (count: number, syllables: () => number) =>
    Array.from({ length: count }, () => capital(word(syllables())));
  const given = list(GIVEN_NAMES, () => 1 + below(random, 2));
  const family = list(FAMILY_NAMES, () => 2 + below(random, 2));
  const cyrillic = (length: number) => capital(Array.from({ length }, () => oneOf(random, [...CYRILLIC])).join(''));
  return Array.from({ length: PEOPLE }, (_, index) =>
    index % 10 === 0
      ? `${cyrillic(4 + below(random, 3))} ${cyrillic(6 + below(random, 4))}`
      : `${oneOf(random, given)} ${oneOf(random, family)}`,
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function* blocksOfNames(): Generator<Block> {
  const source = { title: 'A list of people', kind: 'DATASET', attributionKind: 'OFFICIAL_RECORD' } as const;
  yield { source, officials: [{ key: KNOWN.key, names: [{ value: KNOWN.name, lang: 'en' }] }] };
  const names = namesOfPeople();
  for (let start = 0; start < names.length; start += PEOPLE_PER_BLOCK) {
    yield {
      source,
      officials: names.slice(start, start + PEOPLE_PER_BLOCK).map((value, index) => ({
        key: `official:n${start + index}`,
        names: [{ value, lang: 'und' }],
      })),
    };
  }
}
