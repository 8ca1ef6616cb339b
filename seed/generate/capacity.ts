import { AFTER_ALL, BEFORE_ALL, type DayRange, parseTime, possibly, windowOf } from '../../src/domain/time/time.ts';
import { type Row, readTable } from './csv.ts';

/** What a printed title tells of the post: its level, and what else distinguishes it from others of its holder. */
export interface TitleKind {
  levels: readonly string[];
  portfolio?: string;
  organization?: string;
  /** A word of the post's name, where an organization has several posts of the level. */
  named?: string;
}

/** Words by which a title is not that of the post itself, but of a deputy, a predecessor, a staff or somebody still to come. */
const ANOTHER_POST =
  /\b(deputy|vice|assistant|under|parliamentary|state secretary|former|shadow|elect|designated|outgoing|adviser|envoy|industry|director|parliament|conference|special|cabinet)\b/i;
const DEFENCE = '(?:the )?(?:national )?(?:defen[cs]e|war|armed forces)';

const KINDS: readonly (readonly [RegExp, TitleKind])[] = [
  [/supreme allied commander|nato commander/i, { levels: ['MILITARY_CHIEF'], organization: 'org:nato' }],
  [/nato secretary[ -]general|nato chief/i, { levels: ['HEAD_OF_ORGANIZATION'], organization: 'org:nato' }],
  [
    /high representative|foreign (?:policy|affairs) chief/i,
    { levels: ['HEAD_OF_ORGANIZATION'], organization: 'org:eu', named: 'High Representative' },
  ],
  [
    /president of the european council/i,
    { levels: ['HEAD_OF_ORGANIZATION'], organization: 'org:eu', named: 'European Council' },
  ],
  [
    /president of the european commission|eu commission chief/i,
    { levels: ['HEAD_OF_ORGANIZATION'], organization: 'org:eu', named: 'European Commission' },
  ],
  [/(?:representative|ambassador) to nato/i, { levels: ['AMBASSADOR'] }],
  [
    /joint chiefs|chief of (?:the )?(?:defen[cs]e(?! intelligence)|general staff|hellenic)|general staff chief/i,
    { levels: ['MILITARY_CHIEF'], portfolio: 'DEFENCE' },
  ],
  [
    new RegExp(
      `minister (?:of|for) ${DEFENCE}|${DEFENCE} (?:minister|secretary)|secretary (?:of state for|of) ${DEFENCE}|` +
        'pentagon chief|head of the (?:pentagon|.* defence ministry)|verteidigungsminister',
      'i',
    ),
    { levels: ['MINISTER'], portfolio: 'DEFENCE' },
  ],
  [
    /foreign (?:minister|secretary)|minister (?:of|for) foreign affairs|secretary of state$/i,
    { levels: ['MINISTER'], portfolio: 'FOREIGN_AFFAIRS' },
  ],
  [/head of government|chancellor|prime minister/i, { levels: ['HEAD_OF_GOVERNMENT'] }],
  [/\bpresident\b|head of state|\bking\b/i, { levels: ['HEAD_OF_STATE', 'HEAD_OF_STATE_AND_GOVERNMENT'] }],
];

/** What a printed title tells; the first of its parts that names a post. Null where it names none that the tables could have. */
export function kindOfTitle(title: string): TitleKind | null {
  for (const part of title.split(/[,(]/)) {
    if (ANOTHER_POST.test(part)) continue;
    const found = KINDS.find(([pattern]) => pattern.test(part));
    if (found) return found[1];
  }
  return null;
}

interface Term {
  post: Row;
  from: string;
  until: string;
  acting: boolean;
}

/** Who held which post when, as far as the tables know both. */
export type Terms = ReadonlyMap<string, readonly Term[]>;

/**
 * The terms of each official, from the tables of tenures and posts. A term without a known end lasts until the next holder
 * of its post, not acting, begins; one without a known start is left out, as nobody knows whether it had begun.
 */
export function termsOf(tenures: readonly Row[], posts: readonly Row[]): Terms {
  const byKey = new Map(posts.map((post) => [post.key!, post]));
  const begun = tenures
    .filter(({ start }) => start)
    .map(({ official, post, acting, start, end }) => ({
      official: official!,
      acting: acting === 'yes',
      post: byKey.get(post!)!,
      from: windowOf(parseTime({ edtf: start! })).from,
      end: end ? windowOf(parseTime({ edtf: end })).until : null,
    }));
  const nextStart = ({ post, from }: (typeof begun)[number]) =>
    begun.flatMap((other) => (other.post === post && !other.acting && other.from > from ? [other.from] : [])).sort()[0];
  const terms = begun.map((term) => ({ ...term, until: term.end ?? nextStart(term) ?? AFTER_ALL }));
  return Map.groupBy(terms, ({ official }) => official);
}

const known = termsOf(readTable('tenures'), readTable('posts'));

/**
 * The post in which an official took part: the one that the printed title names, if the tables have the official in just one
 * such post at that time. Undefined where they do not: no post is inferred from a title alone.
 */
export function capacityOf(official: string, title: string, time: DayRange, terms: Terms = known): string | undefined {
  const kind = kindOfTitle(title);
  if (kind === null) return undefined;
  const posts = (terms.get(official) ?? [])
    .filter(({ post, from, until }) => isOfKind(post, kind) && possibly({ from, until, exact: true }, time))
    .map(({ post }) => post.key!);
  const [post, ...others] = new Set(posts);
  return others.length === 0 ? post : undefined;
}

const isOfKind = (post: Row, { levels, portfolio, organization, named }: TitleKind) =>
  levels.includes(post.level!) &&
  (portfolio === undefined || post.portfolio === portfolio) &&
  (organization === undefined || post.organization === organization) &&
  (named === undefined || post.name_en!.includes(named));

/** The days that a time of the tables touches. */
export function daysOf(edtf: string): DayRange {
  if (edtf === '') return { from: BEFORE_ALL, to: BEFORE_ALL };
  const { from, until } = windowOf(parseTime({ edtf }));
  return { from, to: until };
}
