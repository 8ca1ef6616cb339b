import { listed } from '../../src/domain/listed.ts';
import { timeInWords } from '../../src/domain/time/time-in-words.ts';
import { type Row, items, readTable } from './csv.ts';
import { furtherNames } from './further-names.ts';
import { describeFurtherOfficials, englishNames } from './people.ts';
import { Blocks, COMPILATION, GENERAL_KNOWLEDGE, sourceOf } from './sources.ts';
import { coalitions } from './udcg-coalitions.ts';
import { type Block, filled, textOf } from './yaml.ts';

type Rows = Omit<Block, 'source'>;
type Meeting = NonNullable<Rows['meetings']>[number];
type Claim = NonNullable<Rows['claims']>[number];

const participants = Map.groupBy(readTable('udcg-participants'), ({ meeting }) => meeting!);
const counts = Map.groupBy(readTable('udcg-counts'), ({ meeting }) => meeting!);

/** The meetings of the Ukraine Defense Contact Group, those announced and not held, and its capability coalitions. */
export function udcgHistory(): string {
  const blocks = new Blocks('org:udcg', 'org:nato', 'org:eu', 'org:us-dod');
  blocks.add(COMPILATION, {
    places: readTable('places').map(({ key, name_en, kind, country, within, operated_by }) =>
      filled({
        key: key!,
        kind: kind as 'CITY',
        names: [{ value: name_en!, lang: 'en' }],
        country,
        within,
        operatedBy: operated_by,
      }),
    ),
  });
  blocks.add(GENERAL_KNOWLEDGE, { places: furtherNames(readTable('places').map(({ key }) => key!)) });
  blocks.add(GENERAL_KNOWLEDGE, {
    places: readTable('places').map(({ key, latitude, longitude }) => ({
      ref: key!,
      latitude: Number(latitude),
      longitude: Number(longitude),
    })),
  });
  const taking = new Set([...participants.values()].flat().map(({ actor }) => actor!));
  for (const actor of taking)
    if (!englishNames.has(actor)) throw new Error(`neither officials.csv nor further-officials.csv has ${actor}`);
  describeFurtherOfficials(blocks, taking);

  const held = readTable('udcg-meetings');
  blocks.add(GENERAL_KNOWLEDGE, {
    meetings: held.map(({ ordinal }) => ({ ref: `meeting:udcg-${ordinal}`, names: numberedNames(Number(ordinal)) })),
  });
  const ofMeetings = held.flatMap((row) => heldMeeting(row, blocks));
  const ofPlans = readTable('udcg-plans').flatMap((row) => plannedMeeting(row, blocks));
  const ofCoalitions = coalitions(blocks);
  return textOf(
    'The meetings of the contact group and its coalitions. Made from the udcg tables by seed/generate; edit those, not this.\n' +
      'Import it together with office-holders.yaml and reference.yaml, to which it refers.',
    {
      dataSet: { key: 'udcg-history', title: 'Ukraine Defense Contact Group: meetings 2022-2026 and coalitions' },
      blocks: [...blocks.all(), ...ofMeetings, ...ofPlans, ...ofCoalitions],
    },
  );
}

/**
 * A held meeting: what its pages say, in one claim that rests on all of them, and beside it what the compilers add, as
 * `by_coder` of the table has it: the number by sequence, a day, or that it took place at all.
 */
function heldMeeting(row: Row, blocks: Blocks): Block[] {
  const { ordinal, date, mode, place, confidence, by_coder: added, note } = row;
  const key = `meeting:udcg-${ordinal}`;
  const pages = items(row.sources);
  blocks.cite(...pages);
  const announced = added === 'status';
  const said: Meeting = filled({
    key,
    kind: 'MULTILATERAL_MEETING',
    names: [{ value: `${nth(Number(ordinal))} meeting of the Ukraine Defense Contact Group`, lang: 'en' }],
    body: 'org:udcg',
    ordinal: added === 'ordinal' ? undefined : Number(ordinal),
    status: announced ? 'SCHEDULED' : 'HELD',
    time: added === 'time' ? undefined : date,
    mode: mode as 'IN_PERSON',
    place,
    participants: (participants.get(ordinal!) ?? [])
      .filter(({ inferred }) => inferred !== 'yes')
      .map((each) =>
        participantOf(ordinal!, announced && each.status === 'ATTENDED' ? { ...each, status: 'PLANNED' } : each),
      ),
  });
  const present = said.participants!.filter(({ status }) => status !== 'ABSENT' && (announced || status !== 'PLANNED'));
  const claim: Claim = filled({
    key: `udcg-${ordinal}`,
    type: 'EVENT',
    subject: key,
    objects: ['org:udcg', ...(place ? [place] : [])],
    modality: announced ? 'PLANNED' : 'OCCURRED',
    text: textOfMeeting(announced, date && added !== 'time' ? date : undefined, place, present),
    time: added === 'time' ? undefined : date,
    supports: [key, ...present.map((each) => each.key!)],
    evidence: pages.map((document) => ({ document })),
    note,
  });
  const meeting: Block = { source: sourceOf(pages[0]!, Number(confidence)), meetings: [said], claims: [claim] };
  return [meeting, ...countsOf(ordinal!, key, pages, Number(confidence), blocks), ...addedTo(row, key)];
}

/**
 * The names under which people look for a meeting by its number. The Ukrainian usual name is there so that an alias is never what is shown.
 */
const numberedNames = (ordinal: number): NonNullable<Meeting['names']> => [
  { value: `UDCG ${ordinal}`, lang: 'en', kind: 'ABBREVIATION' },
  { value: `Ramstein ${ordinal}`, lang: 'en', kind: 'ALIAS' },
  { value: `${nthInUkrainian(ordinal)} засідання Контактної групи з питань оборони України`, lang: 'uk' },
  { value: `Рамштайн-${ordinal}`, lang: 'uk', kind: 'ALIAS' },
];

const names = new Map([...englishNames, ...readTable('places').map(({ key, name_en }) => [key!, name_en!] as const)]);

/** `The contact group met on 12 February 2025 at NATO Headquarters; John Healey chaired; Rustem Umerov took part.` */
function textOfMeeting(
  announced: boolean,
  date: string | undefined,
  place: string | undefined,
  participants: NonNullable<Meeting['participants']>,
): string {
  const those = (chairing: boolean) =>
    participants.filter(({ role }) => (role === 'CHAIR') === chairing).map(({ actor }) => names.get(actor)!);
  const [chairs, others] = [those(true), those(false)];
  const met = [announced ? 'is to meet' : 'met', date && timeInWords(date), place && `at ${names.get(place)}`];
  return [
    `The contact group ${met.filter(Boolean).join(' ')}`,
    ...(chairs.length > 0 ? [`${listed(chairs)} ${announced ? 'is to chair' : 'chaired'}`] : []),
    ...(others.length > 0 ? [`${listed(others)} ${announced ? 'is to take part' : 'took part'}`] : []),
  ]
    .join('; ')
    .concat('.');
}

const ADDED = {
  status: ['HELD', 'The source is an announcement; that it took place follows from the numbers of later meetings.'],
  ordinal: ['', 'The number follows from the sequence.'],
  time: ['', 'The day is unverified.'],
} as const;

function addedTo({ ordinal, date, by_coder: added }: Row, key: string): Block[] {
  const inferred = (participants.get(ordinal!) ?? []).filter((each) => each.inferred === 'yes');
  const [status, note] = ADDED[added as keyof typeof ADDED] ?? ['', ''];
  const meeting: Meeting = filled({
    ref: key,
    ordinal: added === 'ordinal' ? Number(ordinal) : undefined,
    time: added === 'time' || added === 'status' ? { edtf: date!, basis: note } : undefined,
    status: status || undefined,
    participants: [
      ...(added === 'status' ? chairsOf(ordinal!) : []),
      ...inferred.map((each) => participantOf(ordinal!, each)),
    ],
  });
  if (Object.keys(meeting).length === 1) return [];
  return [{ source: sourceOf(added === 'time' ? GENERAL_KNOWLEDGE : COMPILATION), meetings: [meeting] }];
}

/** The chairs again: their attendance, where the page only announced it. */
const chairsOf = (ordinal: string) =>
  (participants.get(ordinal) ?? [])
    .filter(({ role }) => role === 'CHAIR')
    .map((each) => ({ ...participantOf(ordinal, each), key: undefined }))
    .map(filled);

function participantOf(ordinal: string, row: Row) {
  const {
    actor,
    role,
    status,
    mode,
    capacity,
    on_behalf_of: onBehalfOf,
    stands_in_for: standsInFor,
    inferred,
    note,
  } = row;
  return filled({
    key: `part:udcg${ordinal}-${actor!.split(':')[1]!.split('-').at(-1)}-${role!.toLowerCase()}`,
    actor: actor!,
    role: role as 'CHAIR',
    status: status as 'ATTENDED',
    capacity,
    onBehalfOf,
    standsInFor,
    mode: (mode || undefined) as 'REMOTE' | undefined,
    inferred: inferred === 'yes' ? true : undefined,
    note,
  });
}

/** How many took part, as each source has it: a claim for each. */
function countsOf(
  ordinal: string,
  meeting: string,
  pages: readonly string[],
  confidence: number,
  blocks: Blocks,
): Block[] {
  return (counts.get(ordinal) ?? []).map(({ value, comparator, raw, source, said_by: speaker }, index): Block => {
    const documents = source ? [source] : pages;
    blocks.cite(...documents);
    const said = sourceOf(documents[0]!, confidence);
    return {
      source: speaker
        ? { ...said, attribution: [{ agent: speaker, how: 'SAID' }], attributionKind: 'ON_RECORD' }
        : said,
      claims: [
        {
          key: `udcg-${ordinal}-count-${index + 1}`,
          type: 'PARTICIPANT_COUNT',
          subject: meeting,
          count: { value: Number(value), comparator: comparator as 'ABOUT', raw: raw! },
          modality: 'OCCURRED',
          text: `Taking part: ${raw}.`,
          evidence: documents.map((document) => ({ document })),
        },
      ],
    };
  });
}

/** A meeting that was announced and not held; where a numbered one took its place, also the day when that was first to be. */
function plannedMeeting(row: Row, blocks: Blocks): Block[] {
  blocks.cite(...items(row.sources));
  return row.held_as ? [announcement(row), firstDate(row)] : [announcement(row)];
}

function firstDate({ held_as: ordinal, time, sources, note }: Row): Block {
  const pages = items(sources);
  const moved = `meeting:udcg-${ordinal}`;
  return {
    source: sourceOf(pages[0]!),
    claims: [
      {
        key: `udcg-${ordinal}-first-date`,
        type: 'TIME',
        subject: moved,
        modality: 'PLANNED',
        text: `The meeting was first announced to take place ${timeInWords(time!)}.`,
        time: time!,
        supports: [moved],
        evidence: pages.map((document) => ({ document })),
        note: note!,
      },
    ],
  };
}

function announcement(row: Row): Block {
  const { key, name_en, time, mode, place, chair, capacity, on_behalf_of: onBehalfOf, outcome, note } = row;
  const pages = items(row.sources);
  const status = (outcome || 'SCHEDULED') as 'CANCELLED';
  return {
    source: sourceOf(pages[0]!),
    meetings: [
      filled({
        key: key!,
        kind: 'MULTILATERAL_MEETING' as const,
        names: [{ value: name_en!, lang: 'en' }],
        body: 'org:udcg',
        status,
        time,
        mode: mode as 'REMOTE',
        place,
        participants: chair
          ? [
              filled({
                key: `part:${key!.split(':')[1]}-chair`,
                actor: chair,
                role: 'CHAIR' as const,
                status: 'PLANNED' as const,
                capacity,
                onBehalfOf,
              }),
            ]
          : [],
      }),
    ],
    claims: [
      {
        key: `${key!.split(':')[1]}`,
        type: outcome ? 'STATUS' : 'EVENT',
        subject: key!,
        ...(outcome ? { value: outcome } : {}),
        modality: outcome ? 'OCCURRED' : 'PLANNED',
        text: outcome ? 'The meeting did not take place on the day announced.' : 'The meeting was announced.',
        time: time!,
        supports: [key!],
        evidence: pages.map((document) => ({ document })),
        note: note!,
      },
    ],
  };
}

function nth(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  return `${number}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th')}`;
}

/** As of a neuter noun: `1-ше`, `2-ге`, `3-тє`, `26-те`. */
function nthInUkrainian(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? 'те' : ({ 1: 'ше', 2: 'ге', 3: 'тє', 7: 'ме', 8: 'ме' }[number % 10] ?? 'те');
  return `${number}-${ending}`;
}
