/**
 * How near two Latin spellings are to one another, across the systems by which names are carried over from other scripts, and slips
 * of the pen.
 */

/** Letters for one sound, longest first: `sch`, `sh` and `sz` are `s`. What stays apart is close by {@link substitutionCosts}. */
const SOUNDS: Readonly<Record<string, string>> = {
  ...{ schtsch: 's', shch: 's', szcz: 's', tsch: 'c', dsch: 'j', dzh: 'j', sch: 's', tch: 'c' },
  ...{
    ch: 'c',
    ck: 'k',
    cz: 'c',
    dh: 'd',
    dj: 'j',
    gh: 'g',
    kh: 'h',
    ph: 'f',
    qu: 'k',
    sh: 's',
    sz: 's',
    th: 't',
    ts: 's',
  },
  ...{ tz: 's', zh: 'j', ee: 'i', ie: 'i', ou: 'u', ye: 'i', q: 'k', w: 'v', x: 'ks', y: 'i', z: 's' },
};
const SOUND = new RegExp(`${Object.keys(SOUNDS).join('|')}|c(?=[aouklnrst])`, 'g');
/** At the beginning: of Chinese names. */
const FIRST_SOUND = /^(?:hs|x)/;
const DOUBLED = /(.)\1+/g;

/** Digits put for letters that look like them. */
const LOOKALIKES: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 9: 'g' };
const readDigit = (digit: string) => LOOKALIKES[digit]!;

/** A Latin word with one letter for each sound. Digits inside a word are read as the letters that they look like. */
export function plainSpelling(word: string): string {
  const letters = /[0-9]/.test(word) && /[a-z]/.test(word) ? word.replace(/[013459]/g, readDigit) : word;
  return letters
    .replace(FIRST_SOUND, 's')
    .replace(SOUND, (letter) => SOUNDS[letter] ?? 'k')
    .replace(DOUBLED, '$1');
}

const VOWELS = 'aeiou';
/** Pairs of letters that stand for one sound in different systems, or are heard as one. */
const CLOSE = ['bp', 'bv', 'cj', 'ck', 'cs', 'dt', 'fv', 'gh', 'gk', 'gj', 'hk', 'hj', 'ij', 'js', 'mn', 'uv'];
const CLOSE_COST = 0.5;
const UNLIKE_COST = 1.2;
const SWAP_COST = 0.7;
const FINAL_S_COST = 0.7;

/** What it costs to put a letter for another, by their codes: a search compares a hundred words. Digits are like nothing. */
const CODES = 128;
const SUBSTITUTION_COSTS = substitutionCosts();

function substitutionCosts(): Float64Array {
  const costs = new Float64Array(CODES * CODES).fill(UNLIKE_COST);
  const set = (a: string, b: string, cost: number) => (costs[a.charCodeAt(0) * CODES + b.charCodeAt(0)] = cost);
  for (let code = 0; code < CODES; code++) costs[code * CODES + code] = 0;
  for (const a of VOWELS) for (const b of VOWELS) if (a !== b) set(a, b, CLOSE_COST);
  for (const [a, b] of CLOSE) {
    set(a!, b!, CLOSE_COST);
    set(b!, a!, CLOSE_COST);
  }
  return costs;
}

/** What it costs to leave a letter out: less for those that are not always heard or written, as the `s` that ends names in Latvian. */
function gapCost(letter: string, isLast: boolean): number {
  if (VOWELS.includes(letter) || letter === 'h' || letter === 'j') return CLOSE_COST;
  return isLast && letter === 's' ? FINAL_S_COST : 1;
}

/**
 * The cost of turning one plain spelling into the other: 1 for a letter left out, more for an unlike one in its place, less for like ones
 * and for two that changed places; Infinity if it is over the limit.
 */
function spellingCost(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let above = [0];
  for (let j = 1; j <= b.length; j++) above.push(above[j - 1]! + gapCost(b[j - 1]!, j === b.length));
  for (let i = 1; i <= a.length; i++) {
    const row = [above[0]! + gapCost(a[i - 1]!, i === a.length)];
    let lowest = row[0]!;
    for (let j = 1; j <= b.length; j++) {
      const [one, other] = [a[i - 1]!, b[j - 1]!];
      let cost = Math.min(
        above[j]! + gapCost(one, i === a.length),
        row[j - 1]! + gapCost(other, j === b.length),
        above[j - 1]! + SUBSTITUTION_COSTS[one.charCodeAt(0) * CODES + other.charCodeAt(0)]!,
      );
      if (i > 1 && j > 1 && one === b[j - 2] && a[i - 2] === other) cost = Math.min(cost, before[j - 2]! + SWAP_COST);
      row.push(cost);
      if (cost < lowest) lowest = cost;
    }
    // A swap may still go on from the row above.
    if (lowest > limit && Math.min(...above) + SWAP_COST > limit) return Infinity;
    before = above;
    above = row;
  }
  return above.at(-1)!;
}

const LONG_WORD = 7;

/** The highest cost at which two words may be spellings of one name, by the letters of the shorter. */
const maxCost = (length: number) =>
  length < 3 ? 0 : length === 3 ? 0.5 : length < 6 ? 1 : length < LONG_WORD ? 1.2 : length < 10 ? 1.5 : 2;

/** The similarity of spellings that are just near enough. */
export const SPELLING_THRESHOLD = 0.7;
/** The lowest cost of a letter too many. */
const LOWEST_GAP = CLOSE_COST;

/**
 * How likely two words with these plain spellings are spellings of one name: 1 if equal, from 0.7 if near, 0 if not. Symmetric.
 *
 * @param slack What short words may differ more, where much else speaks for it: of long ones a slip leaves enough.
 */
export function spellingSimilarity(a: string, b: string, slack = 0): number {
  if (a === b) return 1;
  const shorter = Math.min(a.length, b.length);
  const limit = maxCost(shorter) + (shorter < LONG_WORD ? slack : 0);
  if (Math.abs(a.length - b.length) * LOWEST_GAP > limit) return 0;
  const cost = spellingCost(a, b, limit);
  return cost > limit ? 0 : 1 - ((1 - SPELLING_THRESHOLD) * cost) / limit;
}
