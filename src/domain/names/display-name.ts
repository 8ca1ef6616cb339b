import { type TimeSpan, parseTime } from '../time/time.ts';
import { NameKind } from '../vocabulary.generated.ts';
import { isSameLanguage, isWrittenFor, macrolanguageOf } from './languages.ts';

/** A name in one language and script; `lang` is a BCP 47 tag. */
export interface Name {
  value: string;
  lang: string;
  kind: NameKind;
  /** When it was or is in use; left out where no source says. */
  time?: TimeSpan;
}

/** A name as a source gives it. */
export type GivenName = Omit<Name, 'time'> & { time?: { edtf: string; raw?: string; basis?: string } };

/** The name with the bounds of its time. */
export const readName = ({ value, lang, kind, time }: GivenName): Name => ({
  ...{ value, lang, kind },
  ...(time && { time: parseTime(time) }),
});

/** Kinds of names, best first. OFFICIAL and COMMON rank equally; of these the name recorded first is used. */
const KIND_RANK: Record<NameKind, number> = {
  [NameKind.OFFICIAL]: 0,
  [NameKind.COMMON]: 0,
  [NameKind.TRANSLITERATION]: 1,
  [NameKind.ALIAS]: 2,
  [NameKind.ABBREVIATION]: 3,
  [NameKind.FORMER]: 4,
  [NameKind.AS_PRINTED]: 5,
  [NameKind.DEMONYM]: 6, // never shown: no search for a name goes beyond AS_PRINTED
};

/** The rank of a name: one that is no longer in use is a former one, whatever its kind. */
const rankOf = ({ kind, time }: Pick<Name, 'kind' | 'time'>): number => {
  const isOver = time !== undefined && time.endLatest !== null;
  return isOver ? Math.max(KIND_RANK[kind], KIND_RANK[NameKind.FORMER]) : KIND_RANK[kind];
};

/**
 * The name to show to a reader of these languages, most preferred first: the best kind of name in the first language that has
 * one; else one for all languages (`mul`), one of a language that nobody told (`und`) in a script the reader knows, an English
 * one, another `und`, one in a script the reader knows, or any. Without languages, English is the reader's. AS_PRINTED, which
 * keeps misprints searchable, is shown only if there is nothing better. Without names: the empty string.
 */
export function bestName(names: readonly Name[], langs: readonly string[] = []): string {
  for (const range of langs) {
    const name = bestIn(names, range, NameKind.AS_PRINTED);
    if (name) return name.value;
  }
  const better = (range: string, among = names) => bestIn(among, range, NameKind.FORMER);
  const readers = langs.length === 0 ? ['en'] : langs;
  const inKnownScript = (range: string) => {
    const isKnown = isWrittenFor(readers);
    return better(
      range,
      names.filter(({ value }) => isKnown(value)),
    );
  };
  const undetermined = better('und');
  const found =
    (langs.length === 0 ? better('en') : undefined) ??
    better('mul') ??
    (undetermined && inKnownScript('und')) ??
    better('en') ??
    undetermined ??
    inKnownScript('*') ??
    bestIn(names, '*', NameKind.AS_PRINTED);
  return found?.value ?? '';
}

/** The names in order of preference for a reader of these languages. */
export function orderNames<T extends Name>(names: readonly T[], langs: readonly string[] = ['en']): T[] {
  const languageRank = (name: Name) => {
    const index = langs.findIndex((range) => languageMatch(range, name.lang) > 0);
    return index < 0 ? langs.length : index;
  };
  return [...names].sort((a, b) => languageRank(a) - languageRank(b) || rankOf(a) - rankOf(b));
}

/**
 * The best name in a language, of no kind worse than `worstKind`. AS_PRINTED ranks last; a bare language tag, which does not
 * give the script, ranks after better matches; then by kind, tag match and order.
 */
function bestIn(names: readonly Name[], range: string, worstKind: NameKind): Name | undefined {
  let best: Name | undefined;
  let lowestCost = Infinity;
  for (const name of names) {
    const match = languageMatch(range, name.lang);
    const kind = rankOf(name);
    if (match === 0 || kind > KIND_RANK[worstKind]) continue;
    const asPrintedCost = name.kind === NameKind.AS_PRINTED ? 1_000 : 0;
    const cost = asPrintedCost + (match === 1 ? 100 : 0) + 10 * kind - match;
    if (cost >= lowestCost) continue;
    best = name;
    lowestCost = cost;
  }
  return best;
}

/**
 * How well a tag matches a language range: 4 equal, 3 more specific (`zh-Hant` and `zh-Hant-TW`), 2 same script, other region
 * (`zh-Hant-HK` and `zh-Hant-TW`), 1 bare language or macrolanguage (`nb` and `no`), 0 no match (`zh-Hant` and `zh-Hans`).
 */
export function languageMatch(range: string, tag: string): 0 | 1 | 2 | 3 | 4 {
  if (range === tag || range === '*') return 4;
  const wanted = range.toLowerCase();
  const given = tag.toLowerCase();
  if (wanted === given) return 4;
  if (given.startsWith(`${wanted}-`)) return 3;
  if (!isSameLanguage(languageOf(wanted), languageOf(given))) return 0;
  const wantedScript = scriptOf(wanted);
  const givenScript = scriptOf(given);
  if (wantedScript && givenScript) return wantedScript === givenScript ? 2 : 0;
  return givenScript ? 2 : 1;
}

function languageOf(tag: string): string {
  return tag.split('-', 1)[0] ?? tag;
}

/** The script of a tag, or, for Chinese, the script of its region. */
function scriptOf(tag: string): string | null {
  const [language, ...rest] = tag.split('-');
  const script = rest.find((part) => /^[a-z]{4}$/.test(part));
  if (script || macrolanguageOf(language!) !== 'zh') return script ?? null;
  if (rest.some((part) => ['tw', 'hk', 'mo'].includes(part))) return 'hant';
  if (rest.some((part) => ['cn', 'sg', 'my'].includes(part))) return 'hans';
  return null;
}
