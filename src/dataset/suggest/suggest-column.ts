import { type ColumnAnalysis } from './analyse-column.ts';
import { type Tally } from './column-values.ts';
import { type KnownValues, type NamedList, namedLists } from './known-values.ts';

/** How a column is probably read, in the words of a mapping, and what is to be known of it. */
export interface SuggestedColumn {
  name: string;
  /** Null for plain text. */
  rules: ColumnRules | null;
  /** What its values seem to be: times, nodes of a list, identifiers; null for others. */
  is: 'TIME' | 'IDENTIFIER' | NamedList | null;
  facts: string[];
  doubts: string[];
}

interface ColumnRules {
  split?: string;
  missing?: string[];
  time?: { order?: 'DMY' | 'MDY' };
  find?: { in: NamedList; by: string | string[] };
}

/** What is suggested of a column by one of the ways to look at it. */
type Suggestion = Partial<Omit<SuggestedColumn, 'name'>>;

/** What nine in ten of the values of a column are need not be told of each. */
const MOST = 0.9;
/** A column is taken for what half of its values are: few columns of people are of one kind, and the graph does not know all names. */
const HALF = 0.5;
/** Fewer than one in a hundred cells with a separator say nothing. */
const FEW = 0.01;

export function suggestColumn(analysis: ColumnAnalysis, known: KnownValues): SuggestedColumn {
  const { column } = analysis;
  const meaning =
    suggestWord(analysis) ?? suggestTime(analysis) ?? suggestCode(analysis, known) ?? suggestNames(analysis, known);
  const suggestions = [describe(analysis), meaning ?? suggestPlain(analysis), suggestMissing(analysis, meaning)];
  const rules = Object.assign({}, ...suggestions.map((each) => each.rules)) as ColumnRules;
  return {
    name: column.name,
    rules: Object.keys(rules).length > 0 ? rules : null,
    is: suggestions.find(({ is }) => is != null)?.is ?? null,
    facts: suggestions.flatMap(({ facts = [] }) => facts),
    doubts: suggestions.flatMap(({ doubts = [] }) => doubts),
  };
}

function describe({ column: { filled, empty, different, beyond, problems } }: ColumnAnalysis): Suggestion {
  if (filled.cells === 0 && problems.size === 0) return { facts: ['empty in all rows'] };
  const facts = [`${filled.cells} filled, ${empty} empty, ${different.size} different${examplesOf(filled)}`];
  if (beyond > 0) facts[0] = `${facts[0]}; ${cells(beyond)} more, too long or too different to be looked at`;
  if (different.size === 1 && filled.cells > 1 && beyond === 0) facts.push('the same wherever it is filled');
  return {
    facts,
    doubts: [...problems].map(
      ([problem, tally]) => `cannot be used in ${cells(tally.cells)}: each ${problem}${examplesOf(tally)}`,
    ),
  };
}

/** A column with one word that is also a code. */
function suggestWord({ column: { different, beyond } }: ColumnAnalysis): Suggestion | null {
  if (beyond > 0 || different.size !== 1 || !different.has('NO')) return null;
  return {
    doubts: [
      'NO may be Norway or the word: say `find: { in: countries, by: ISO3166_1_ALPHA2 }`, or `codes: { "NO": false }`',
    ],
  };
}

function suggestTime({ values, traits, noTimes }: ColumnAnalysis): Suggestion | null {
  const count = (trait: Parameters<typeof traits.get>[0]) => traits.get(trait)?.cells ?? 0;
  const examples = (trait: Parameters<typeof traits.get>[0]) => examplesOf(traits.get(trait)!);
  const [dayFirst, monthFirst, either] = [count('DAY_FIRST'), count('MONTH_FIRST'), count('EITHER_FIRST')];
  const inNumbers = dayFirst + monthFirst + either;
  const times = inNumbers + count('YEAR') + count('DATE') + count('OTHER_TIME');
  if (times === 0 || times < HALF * values.cells) return null;
  const kinds: [number, string][] = [
    [count('DATE'), 'with the year first'],
    [count('YEAR'), 'years'],
    [count('OTHER_TIME'), 'in other forms'],
    [inNumbers, 'in numbers with the year last'],
  ];
  const facts = [`times: ${kinds.flatMap(([number, kind]) => (number > 0 ? [`${number} ${kind}`] : [])).join(', ')}`];
  const doubts: string[] = [];
  if (times < values.cells)
    doubts.push(`no time that is understood in ${cells(values.cells - times)}${examplesOf(noTimes)}`);
  const order = dayFirst > 0 && monthFirst === 0 ? 'DMY' : monthFirst > 0 && dayFirst === 0 ? 'MDY' : undefined;
  if (order === 'DMY')
    facts.push(`the day comes first: nothing else is possible in ${cells(dayFirst)}${examples('DAY_FIRST')}`);
  else if (order === 'MDY')
    facts.push(`the month comes first: nothing else is possible in ${cells(monthFirst)}${examples('MONTH_FIRST')}`);
  else if (dayFirst > 0)
    doubts.push(
      `two orders in one column: only the day can come first in ${cells(dayFirst)}${examples('DAY_FIRST')}; ` +
        `only the month in ${cells(monthFirst)}${examples('MONTH_FIRST')}`,
    );
  else if (either > 0)
    doubts.push(
      `the order of day and month cannot be seen, since both are always 12 or less${examples('EITHER_FIRST')}; say \`order: DMY\` or \`order: MDY\``,
    );
  const placeholders = [
    ['END_OF_YEAR', '12-31'],
    ['NEW_YEAR', '01-01'],
  ] as const;
  for (const [trait, day] of placeholders)
    if (count(trait) >= 3 && count(trait) > values.cells / 50)
      doubts.push(
        `the day is ${day} in ${cells(count(trait))}; where it stands for the year only, say \`yearOnly: ["${day}"]\``,
      );
  return { is: 'TIME', rules: { time: { ...(order && { order }) } }, facts, doubts };
}

function suggestCode(
  { values, missing, codes, traits, column }: ColumnAnalysis,
  known: KnownValues,
): Suggestion | null {
  const [best, ...others] = [...codes]
    .filter(([, tally]) => tally.cells >= HALF * values.cells)
    .sort(([a, { cells: first }], [b, { cells: second }]) => second - first || rank(a) - rank(b));
  if (best === undefined) return null;
  const [scheme, tally] = best;
  const also = others.filter(([, other]) => other.cells >= MOST * values.cells).map(([other]) => other);
  if (traits.has('NUMBER'))
    return tally.cells < MOST * values.cells
      ? null
      : {
          doubts: [
            `the numbers may be codes of countries, by ${[scheme, ...also].join(' or ')}; if so, say \`find: { in: countries, by: ${scheme} }\``,
          ],
        };
  const by = [scheme];
  const facts = [`${tally.cells} of ${values.cells} are codes of known countries by ${scheme}`];
  const isBy = (text: string, word: string) =>
    word === 'NAME' ? known.listsOf(text).has('countries') : known.schemesOf(text).includes(word);
  let rest = [...column.different].filter(([text]) => !missing.has(text) && !isBy(text, scheme));
  for (const word of [scheme.replace('ISO3166_1', 'USER_ASSIGNED'), 'NAME']) {
    const found = rest.filter(([text]) => isBy(text, word));
    if (found.length === 0) continue;
    by.push(word);
    facts.push(`${found.reduce((sum, [, { cells }]) => sum + cells, 0)} more by ${word}, e.g. ${quoted(found[0]![0])}`);
    rest = rest.filter((value) => !found.includes(value));
  }
  const unknown = rest.slice(0, MAX_UNKNOWN).map(([text]) => quoted(text));
  return {
    is: 'countries',
    rules: { find: { in: 'countries', by: by.length === 1 ? scheme : by } },
    facts,
    doubts: [
      ...(also.length > 0 ? [`nine in ten or more are also codes by ${also.join(', ')}`] : []),
      ...(unknown.length > 0 ? [`not known: ${unknown.join(', ')}; say with \`codes\` what they are`] : []),
    ],
  };
}

/** Of schemes that know as many codes, those of ISO come first. */
const rank = (scheme: string) => (scheme.startsWith('ISO3166_1') ? 0 : 1);

function suggestNames(analysis: ColumnAnalysis, known: KnownValues): Suggestion | null {
  const { column, values, traits, separated } = analysis;
  const ways = [
    { separator: undefined, tally: values, ...bestList(values.cells, (list) => traits.get(list)?.cells ?? 0) },
    ...separated
      .filter(({ cells: tally }) => tally.cells >= FEW * values.cells)
      .map(({ separator, cells: tally, parts, known: found }) => ({
        separator,
        tally,
        ...bestList(parts, (list) => found.get(list) ?? 0),
      })),
  ];
  // A column of names, of which one has a comma in it (Korea, South), is split only where most of the parts are names.
  const [whole, split] = [ways[0]!, ways.slice(1).sort((a, b) => b.share - a.share)[0]];
  const isSplit = split !== undefined && (whole.share < HALF ? split.share >= HALF : split.share > HALF);
  const way = isSplit ? split : whole;
  if (way.share < HALF) return null;
  const { separator, list, share } = way;
  const tally = separator === undefined ? traits.get(list)! : way.tally;
  const unknown = unknownIn(list, separator, column.different.keys(), known);
  const what =
    separator === undefined ? 'them' : `the parts of ${cells(tally.cells)} with ${JSON.stringify(separator)}`;
  const others = namedLists.filter((other) => other !== list && (traits.get(other)?.cells ?? 0) >= HALF * values.cells);
  return {
    is: list,
    rules: { ...(separator !== undefined && { split: separator }), find: { in: list, by: 'NAME' } },
    facts: [`${Math.floor(share * 100)}% of ${what} are names of known ${list}${examplesOf(tally)}`],
    doubts: [
      ...(unknown.length > 0
        ? [
            `not known: ${unknown.map(quoted).join(', ')}; say with \`codes\` what they are, or with \`new\` how to add them`,
          ]
        : []),
      ...(separator === undefined ? separatorDoubts(analysis) : []),
      ...(others.length > 0 ? [`half of them or more are also names of known ${others.join(' and ')}`] : []),
    ],
  };
}

function bestList(all: number, count: (list: NamedList) => number): { list: NamedList; share: number } {
  return namedLists
    .map((list) => ({ list, share: all === 0 ? 0 : count(list) / all }))
    .sort((a, b) => b.share - a.share)[0]!;
}

const MAX_UNKNOWN = 5;

function unknownIn(
  list: NamedList,
  separator: string | undefined,
  texts: Iterable<string>,
  known: KnownValues,
): string[] {
  const unknown = new Set<string>();
  for (const text of texts) {
    for (const part of separator === undefined ? [text] : text.split(separator))
      if (part.trim() !== '' && !known.listsOf(part).has(list)) unknown.add(part.trim());
    if (unknown.size >= MAX_UNKNOWN) break;
  }
  return [...unknown].slice(0, MAX_UNKNOWN);
}

/** Of the signs that separate more often than not. */
const separatorDoubts = ({ separated, values }: ColumnAnalysis): string[] =>
  separated
    .filter(({ separator, cells: tally }) => [';', '|'].includes(separator) && tally.cells >= FEW * values.cells)
    .map(
      ({ separator, cells: tally }) =>
        `${JSON.stringify(separator)} stands in ${cells(tally.cells)}${examplesOf(tally)}; if it separates values, say \`split: ${JSON.stringify(separator)}\``,
    );

function suggestPlain(analysis: ColumnAnalysis): Suggestion {
  const { column, values, traits, missing } = analysis;
  const { different, empty, beyond, filled } = column;
  const areUnique = empty === 0 && missing.size === 0 && different.size + beyond === filled.cells;
  const likeCodes = [...different.keys()].filter((text) => /^[A-Z]{2,3}$/.test(text));
  const doubts = separatorDoubts(analysis);
  if (likeCodes.length > 0 && likeCodes.length >= MOST * different.size)
    doubts.push(
      `they look like codes, which the graph does not know as those of countries, e.g. ${likeCodes.slice(0, 3).map(quoted).join(', ')}`,
    );
  if (areUnique && filled.cells > 1 && ![...different.keys()].some((text) => /\s/.test(text)))
    return { is: 'IDENTIFIER', facts: [`no value was seen twice: it may identify the row`], doubts };
  return { facts: (traits.get('NUMBER')?.cells ?? 0) === values.cells && values.cells > 0 ? ['numbers'] : [], doubts };
}

function suggestMissing({ missing, values }: ColumnAnalysis, meaning: Suggestion | null): Suggestion {
  const areCodes = values.examples.length > 0 && values.examples.every((text) => /^[A-Z]{2}$/.test(text));
  const isDoubtful = (word: string) => word === 'NA' && (meaning?.is === 'countries' || areCodes);
  const words = [...missing.keys()].filter((word) => !isDoubtful(word));
  return {
    ...(words.length > 0 && { rules: { missing: words } }),
    facts: words.map((word) => `${quoted(word)} in ${cells(missing.get(word)!)} is taken for a value that is missing`),
    doubts: [...missing].flatMap(([word, count]) =>
      isDoubtful(word)
        ? [`NA in ${cells(count)}: Namibia, or a value that is missing? If missing, say \`missing: NA\``]
        : [],
    ),
  };
}

const cells = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;

const examplesOf = ({ examples }: Tally) => (examples.length === 0 ? '' : `, e.g. ${examples.map(quoted).join(', ')}`);

/** Cut to what fits into a line of a comment. */
const quoted = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
