import { readFileSync } from 'node:fs';
import { cells } from '../../seed/generate/csv.ts';
import { MATCH_THRESHOLD, nameSimilarity } from '../../src/domain/names/name-similarity.ts';

/** Two names, and whether people say that they are of one person. */
interface Pair {
  names: [string, string];
  isMatch: boolean;
}

/** How far {@link nameSimilarity} agrees with people. */
export interface Agreement {
  pairs: number;
  /** The share of what it takes for one person that is. */
  precision: number;
  /** The share of what is one person that it finds. */
  recall: number;
  wrong: string[];
}

/** Compares the pairs of a CSV file with the columns name1, name2 and is_match. */
export function compareLikeness(file: string): Agreement {
  const judged = readPairs(file).map(({ names, isMatch }) => ({ names, isMatch, score: likeness(names) }));
  const found = judged.filter(({ score }) => score >= MATCH_THRESHOLD);
  const right = found.filter(({ isMatch }) => isMatch).length;
  const wrong = judged.filter(({ score, isMatch }) => score >= MATCH_THRESHOLD !== isMatch);
  return {
    pairs: judged.length,
    precision: right / found.length,
    recall: right / judged.filter(({ isMatch }) => isMatch).length,
    wrong: wrong.map(
      ({ names, isMatch, score }) =>
        `${isMatch ? 'missed' : 'taken for one'} (${score.toFixed(2)}): ${names.join(' | ')}`,
    ),
  };
}

function readPairs(file: string): Pair[] {
  const [columns = [], ...rows] = cells(readFileSync(file, 'utf8'));
  const at = (name: string) => {
    if (!columns.includes(name)) throw new Error(`${file} has no column ${name}, only ${columns.join(', ')}.`);
    return columns.indexOf(name);
  };
  const [one, other, isMatch] = [at('name1'), at('name2'), at('is_match')];
  return rows.map((row) => ({ names: [row[one]!, row[other]!], isMatch: row[isMatch] === 'true' }));
}

function likeness([one, other]: readonly [string, string]): number {
  const named = (value: string) => [{ value, lang: 'und' }];
  return nameSimilarity(named(one), named(other), true).score;
}
