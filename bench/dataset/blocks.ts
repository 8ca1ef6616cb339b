import { type z } from 'zod';
import { type RecordInput } from '../../src/record/input/record-input.ts';
import { below, oneOf, randomFrom, zipf } from './random.ts';
import { type Size } from './size.ts';

/** What one source says, as an author of a data set writes it. */
export type Block = z.input<typeof RecordInput>;
type Row<Part extends 'meetings' | 'officials' | 'tenures'> = NonNullable<Block[Part]>[number];
type Participant = NonNullable<Row<'meetings'>['participants']>[number];

/** To be changed with anything below, so that no database of an earlier form is taken for a new one. */
export const DATASET_VERSION = 2;

export const COUNTRIES = 200;
const POSTS_PER_COUNTRY = 5;
const PUBLISHERS = 50;
const OFFICIALS_PER_YEARBOOK = 1_000;

const FIRST = 'Ana Boris Chen Dina Emil Fatou Goran Hana Igor Jana Kofi Lena Marko Nadia Omar Petra Quentin Rosa'.split(
  ' ',
);
const LAST = 'Abara Bauer Costa Duarte Eriksen Farouk Garcia Horvat Ivanov Jansen Kovac Lopez Mensah Novak'.split(' ');
const LEVELS = ['HEAD_OF_GOVERNMENT', 'MINISTER', 'DEPUTY_MINISTER', 'MILITARY_CHIEF', 'AMBASSADOR'] as const;
const ROLES = ['DELEGATION_HEAD', 'DELEGATE', 'DELEGATE', 'DELEGATE', 'SPEAKER', 'OBSERVER'] as const;
const KINDS = ['MULTILATERAL_MEETING', 'CONFERENCE', 'CONSULTATION'] as const;

export const padded = (number: number, length: number): string => String(number).padStart(length, '0');
export const countryKey = (index: number): string => `country:x${padded(index, 3)}`;
export const bodyKey = (index: number): string => `org:series-${padded(index, 4)}`;
export const officialKey = (index: number): string => `official:p${padded(index, 6)}`;
export const meetingKey = (index: number): string => `meeting:m${padded(index, 6)}`;
export const bodiesIn = ({ meetings }: Size): number => Math.max(10, Math.round(meetings / 100));

const postKey = (country: number, level: number) => `post:x${padded(country, 3)}-${level}`;
const publisherKey = (index: number) => `org:press-${index}`;
const placeKey = (index: number) => `place:city-${index}`;
const placesIn = ({ meetings }: Size) => Math.max(10, Math.round(meetings / 50));

const en = (value: string) => [{ value, lang: 'en' }];
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10);
/** 2005-01-01, in days since 1970. */
const FIRST_DAY = 12_784;
const DAYS = 7_300;

/** A period, the `index`-th of many, in which some 75 meetings lie whatever the size. */
export function windowOfMeetings(index: number, { meetings }: Size): { from: string; to: string } {
  const length = Math.min(DAYS, Math.ceil((75 * DAYS) / meetings));
  const start = FIRST_DAY + ((index * 211) % Math.max(1, DAYS - length));
  return { from: day(start), to: day(start + length) };
}

/**
 * The synthetic world, block by block: the same for the same size. Each meeting is reported by a document of its own, which
 * makes a claim for the meeting and for every participation; each tenth one by a second document too, which names some of
 * the same people, so that claims corroborate each other.
 */
export function* blocksOf(size: Size): Generator<Block> {
  yield register(size);

  const random = randomFrom(1);
  const countryOf = times(size.officials, () => below(() => random() ** 2, COUNTRIES));
  for (let start = 0; start < size.officials; start += OFFICIALS_PER_YEARBOOK) {
    const rows = times(Math.min(OFFICIALS_PER_YEARBOOK, size.officials - start), (index) => start + index);
    yield people(rows, countryOf, random);
  }

  const draw = zipf(random, size.officials);
  const context = { size, random, draw, countryOf, ordinals: new Map<number, number>() };
  for (let index = 0; index < size.meetings; index++) yield* meeting(index, context);
}

/** What there is besides people and meetings. */
function register(size: Size): Block {
  const random = randomFrom(2);
  return {
    source: {
      document: 'doc:register',
      attribution: [{ agent: publisherKey(0), how: 'CODED' }],
      attributionKind: 'ANALYST',
    },
    documents: [
      { key: 'doc:register', kind: 'DATASET', title: 'Register', published: '2025-01-01', publisher: publisherKey(0) },
    ],
    countries: times(COUNTRIES, (index) => ({ key: countryKey(index), names: en(`Country ${padded(index, 3)}`) })),
    organizations: [
      ...times(PUBLISHERS, (index) => ({
        key: publisherKey(index),
        kind: 'MEDIA' as const,
        names: en(`Press ${index}`),
      })),
      ...times(bodiesIn(size), (index) => ({
        key: bodyKey(index),
        kind: 'CONFERENCE_SERIES' as const,
        names: en(`Series ${index}`),
      })),
    ],
    posts: times(COUNTRIES * POSTS_PER_COUNTRY, (index) => {
      const [country, level] = [Math.floor(index / POSTS_PER_COUNTRY), index % POSTS_PER_COUNTRY];
      return {
        key: postKey(country, level),
        names: en(`${LEVELS[level]!.toLowerCase().replaceAll('_', ' ')} of Country ${padded(country, 3)}`),
        country: countryKey(country),
        level: LEVELS[level]!,
        portfolio: 'DEFENCE' as const,
      };
    }),
    places: times(placesIn(size), (index) => ({
      key: placeKey(index),
      kind: 'CITY' as const,
      names: en(`City ${index}`),
      country: countryKey(below(random, COUNTRIES)),
    })),
  };
}

function people(indices: readonly number[], countryOf: readonly number[], random: () => number): Block {
  const document = `doc:yearbook-${indices[0]}`;
  return {
    source: {
      document,
      attribution: [{ agent: publisherKey(0), how: 'REPORTED' }],
      attributionKind: 'OFFICIAL_RECORD',
    },
    documents: [
      { key: document, kind: 'REPORT', title: 'Yearbook', published: '2025-01-01', publisher: publisherKey(0) },
    ],
    officials: indices.map((index) => ({
      key: officialKey(index),
      names: en(`${oneOf(random, FIRST)} ${oneOf(random, LAST)} ${padded(index, 5)}`),
      country: countryKey(countryOf[index]!),
    })),
    tenures: indices.map((index) => {
      const since = FIRST_DAY + below(random, DAYS);
      return {
        key: `tenure:p${padded(index, 6)}`,
        official: officialKey(index),
        post: postKey(countryOf[index]!, index % POSTS_PER_COUNTRY),
        status: 'ENDED' as const,
        start: day(since),
        end: day(since + 400 + below(random, 2_000)),
      };
    }),
  };
}

interface Context {
  size: Size;
  random: () => number;
  draw: () => number;
  countryOf: readonly number[];
  ordinals: Map<number, number>;
}

function meeting(index: number, { size, random, draw, countryOf, ordinals }: Context): Block[] {
  const body = below(() => random() ** 1.5, bodiesIn(size));
  const ordinal = (ordinals.get(body) ?? 0) + 1;
  ordinals.set(body, ordinal);
  const start = FIRST_DAY + below(random, DAYS);
  const length = below(random, 3);
  const participants = participantsOf(size, random, draw, countryOf);
  const key = meetingKey(index);
  const row: Row<'meetings'> = {
    key,
    kind: oneOf(random, KINDS),
    names: en(`Meeting ${ordinal} of Series ${body}`),
    body: bodyKey(body),
    ordinal,
    status: 'HELD',
    time: length === 0 ? day(start) : `${day(start)}/${day(start + length)}`,
    place: placeKey(below(random, placesIn(size))),
    paragraph: '1',
    participants,
  };
  const blocks = [report(index, 1, start + length, [row], random)];
  if (index % 10 === 0) {
    const again = participants.slice(0, 5).map(({ actor, role, status }) => ({ actor, role, status }));
    blocks.push(report(index, 2, start + length + 1, [{ ref: key, participants: again, paragraph: '1' }], random));
  }
  return blocks;
}

/** A chair, officials of whom some stayed away, and some of the countries that they came for. */
function participantsOf(
  { meetings, participations, officials }: Size,
  random: () => number,
  draw: () => number,
  countryOf: readonly number[],
): Participant[] {
  const mean = participations / meetings;
  // A Pareto distribution with a mean of about 0.8 of all; the rest are countries.
  const count = Math.min(250, officials - 1, Math.max(3, Math.floor((0.41 * mean) / (1 - random()) ** (1 / 1.8))));
  const people = new Set<number>();
  while (people.size < count) people.add(draw());
  const rows: Participant[] = [...people].map((official, index) => ({
    actor: officialKey(official),
    role: index === 0 ? ('CHAIR' as const) : oneOf(random, ROLES),
    status: index > 0 && random() < 0.05 ? ('ABSENT' as const) : ('ATTENDED' as const),
    onBehalfOf: countryKey(countryOf[official]!),
    capacity: postKey(countryOf[official]!, official % POSTS_PER_COUNTRY),
    paragraph: '2',
  }));
  const countries = new Set([...people].map((official) => countryOf[official]!));
  for (const country of [...countries].slice(0, Math.round(count * 0.25))) {
    rows.push({ actor: countryKey(country), role: 'PARTICIPANT', status: 'ATTENDED', paragraph: '3' });
  }
  return rows;
}

/** What a document of its own says of meetings. */
function report(index: number, edition: number, on: number, meetings: Row<'meetings'>[], random: () => number): Block {
  const document = `doc:m${padded(index, 6)}-${edition}`;
  const publisher = publisherKey(below(random, PUBLISHERS));
  return {
    source: { document, attribution: [{ agent: publisher, how: 'REPORTED' }], attributionKind: 'NARRATION' },
    documents: [
      {
        key: document,
        kind: 'NEWS_ARTICLE',
        title: `Report ${edition} on meeting ${index}`,
        published: day(on),
        publisher,
      },
    ],
    meetings,
  };
}
