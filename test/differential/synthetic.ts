import { randomUUID } from 'node:crypto';
import { type Database } from '../../src/graph/database.ts';
import {
  AttributionKind,
  EventStatus,
  Level,
  MeetingKind,
  MeetingMode,
  MembershipRole,
  Modality,
  OrganizationKind,
  ParticipationStatus,
  Portfolio,
  Reliability,
  Role,
  SpeechAct,
  Stance,
  TenureStatus,
} from '../../src/domain/vocabulary.generated.ts';
import { RecordInput } from '../../src/record/input/record-input.ts';
import { record } from '../../src/record/recording/record.ts';
import type { Block } from '../support/recording.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Values in turn, out of step with each other: the same at every run. */
class Turns {
  private state = 1;

  of<T>(values: readonly T[] | Readonly<Record<string, T>>): T {
    const all: T[] = Object.values(values);
    this.state = (this.state * 48_271) % 2_147_483_647;
    return all[this.state % all.length]!;
  }

  maybe<T>(value: T): T | undefined {
    return this.of([value, undefined]);
  }
}

const TIMES = [
  '2024-03-01',
  '2024',
  '2024-05',
  '2024-06-01/2024-06-03',
  '[2025-01-05..2025-02-11]',
  '2023-02/..',
  '2025?',
  '[..2025-03-01]',
];
const names = (word: string, number: number) => [
  ...(number % 4 === 0 ? [{ value: `Former ${word} ${number}`, lang: 'en', time: { edtf: '../2022-06' } }] : []),
  { value: `${word} ${number}`, lang: 'en' },
  { value: `${word} Nr. ${number}`, lang: 'de', kind: 'OFFICIAL' as const },
  { value: `第${number}號`, lang: 'zh-Hant', kind: 'ALIAS' as const },
];

/** What may be said of a meeting that has not been held. */
const PLANS = ['INVITED', 'PLANNED', 'CONFIRMED', 'DECLINED'] as const;

const countries = numbers(6).map((n) => `country:syn-${n}`);
const organizations = numbers(6).map((n) => `org:syn-${n}`);
const officials = numbers(12).map((n) => `official:syn-${n}`);
const posts = numbers(8).map((n) => `post:syn-${n}`);
const places = numbers(5).map((n) => `place:syn-${n}`);
const topics = numbers(4).map((n) => `topic:syn-${n}`);
const meetings = numbers(14).map((n) => `meeting:syn-${n}`);

/** Who there is, and what is said of meetings, posts, memberships by several sources that do not agree. */
function blocks(): Block[] {
  const turns = new Turns();
  const time = () => ({ edtf: turns.of(TIMES) });
  const who: Block = {
    source: { url: 'https://example.org/who', title: 'Who is who', kind: 'DATASET', attributionKind: 'ANALYST' },
    countries: countries.map((key, n) => ({
      key,
      names: names('Synthetic country', n),
      externalIds: [{ scheme: turns.of(['WIKIDATA', 'OTHER']), value: `Q${n + 1}` }],
      note: turns.maybe(`A remark on country ${n}`),
    })),
    organizations: organizations.map((key, n) => ({
      key,
      names: names('Coalition', n),
      kind: turns.of(OrganizationKind),
      country: turns.maybe(turns.of(countries)),
      parent: n > 0 ? turns.maybe(organizations[n - 1]!) : undefined,
      founded: turns.maybe(time()),
    })),
    posts: posts.map((key, n) => ({
      key,
      names: names('Minister', n),
      ...(n < 6 ? { country: countries[n % 4] } : { organization: organizations[n % 3] }),
      level: turns.of(Level),
      note: turns.maybe(`A remark on post ${n}`),
      portfolio: turns.maybe(turns.of(Portfolio)),
    })),
    officials: officials.map((key, n) => ({
      key,
      names: names('John Alpha', n),
      country: turns.maybe(turns.of(countries)),
    })),
    places: places.map((key, n) => ({
      key,
      names: names('Ramstein', n),
      kind: n < 2 ? ('CITY' as const) : ('VENUE' as const),
      country: n < 2 ? countries[n] : undefined,
      within: n < 2 ? undefined : places[n % 2],
      ...turns.maybe({ latitude: n + 0.5, longitude: -n }),
    })),
    topics: topics.map((key, n) => ({ key, names: names('Air topic', n), broader: n > 1 ? topics[0] : undefined })),
    developments: numbers(3).map((n) => ({
      key: `development:syn-${n}`,
      names: names('Initiative', n),
      kind: 'INITIATIVE' as const,
      time: time(),
      status: turns.of(EventStatus),
      topics: [turns.of(topics)],
      partOf: turns.maybe(turns.of(meetings)),
    })),
    memberships: numbers(16).map((n) => ({
      key: `membership:syn-${n}`,
      member: turns.of([...countries, organizations[5]!]),
      organization: organizations[n % 3]!,
      role: turns.of(MembershipRole),
      start: turns.maybe({ edtf: `20${10 + n}` }),
      end: turns.maybe({ edtf: `20${11 + n}-06` }),
    })),
  };
  const told = numbers(3).map((source): Block => ({
    source: {
      url: `https://example.org/told-${source}`,
      title: `Told by ${source}`,
      kind: turns.of(['NEWS_ARTICLE', 'READOUT', 'SOCIAL_POST']),
      language: turns.maybe('en'),
      publisher: organizations[source]!,
      published: { edtf: `2025-0${source + 1}-10` },
      reliability: turns.of(Reliability),
      attributionKind: turns.of(AttributionKind),
      attribution: turns.maybe([
        { agent: turns.of([...officials, ...countries, ...organizations]), how: 'SAID' as const },
        { anonymous: { key: `anonymous:syn-${source}`, description: 'Somebody who was there' }, how: 'TOLD' as const },
      ]),
    },
    meetings: meetings.map((meeting, n) => ({
      ...(source === 0 ? { key: meeting, names: names('Contact group meeting', n) } : { ref: meeting }),
      kind: source === 0 ? turns.of(MeetingKind) : turns.maybe(turns.of(MeetingKind)),
      time: source === 0 && n % 5 > 0 ? time() : turns.maybe(time()),
      ...(n % 3 === 0
        ? { places: numbers(2).map(() => turns.of([...places, ...countries])) }
        : { place: turns.maybe(turns.of(places)) }),
      mode: turns.maybe(turns.of(MeetingMode)),
      note: turns.maybe(`A remark of source ${source} on meeting ${n}`),
      body: source === 0 ? turns.of(organizations) : undefined,
      ordinal: source === 0 ? turns.maybe(n + 1) : undefined,
      status: n % 3 === 0 ? turns.of(EventStatus) : turns.of(['HELD', 'ONGOING', 'UNKNOWN'] as const),
      partOf: source === 0 && n > 10 ? meetings[n - 8] : undefined,
      topics: turns.maybe([turns.of(topics)]),
      participants: numbers(3).map((p) => ({
        actor: p === 0 ? turns.of([...countries, ...organizations]) : officials[(n * 5 + p * 3 + source) % 12]!,
        role: turns.of(Role),
        status: turns.of(n % 3 === 0 ? PLANS : ParticipationStatus),
        capacity: turns.maybe(turns.of(posts)),
        standsInFor: p === 0 ? turns.maybe(officials[(n * 5) % 12]!) : undefined,
        onBehalfOf: p > 0 ? turns.maybe(turns.of([...countries, ...organizations])) : undefined,
        inferred: turns.maybe(true),
        level: turns.maybe(turns.of(Level)),
      })),
    })),
    tenures: numbers(7).map((n) => ({
      key: `tenure:syn-${source}-${n}`,
      official: officials[(n * 3 + source) % 12]!,
      post: posts[(n + source * 2) % 8]!,
      status: turns.of(TenureStatus),
      acting: turns.maybe(true),
      start: turns.maybe({ edtf: `202${n % 5}-01-15` }),
      end: turns.maybe({ edtf: `202${5 + (n % 4)}-03` }),
    })),
    statements: numbers(5).map((n) => ({
      key: `statement:syn-${source}-${n}`,
      ...(n % 2 === 0
        ? { speaker: turns.of([...officials, ...organizations]) }
        : { speakers: numbers(3).map(() => turns.of([...officials, ...organizations])) }),
      act: turns.of(SpeechAct),
      gist: `Word ${n} of the coalition about synthetic air`,
      time: time(),
      occasion: turns.maybe(turns.of(meetings)),
      addressee: turns.maybe(turns.of([...countries, ...topics])),
      stance: turns.maybe(turns.of(Stance)),
      topics: turns.maybe([turns.of(topics), turns.of(topics)].filter((topic, at, all) => all.indexOf(topic) === at)),
    })),
    claims: numbers(6).map((n) => ({
      key: `claim-syn-${source}-${n}`,
      type: 'OTHER' as const,
      subject: turns.of([...meetings, ...officials, ...organizations]),
      objects: turns.maybe([turns.of(countries), turns.of(topics)]),
      text: `Assertion ${n} of ${source}`,
      modality: turns.of(Modality),
      count: turns.maybe({ value: n, comparator: 'ABOUT' as const }),
      value: turns.maybe('nearly'),
      relations:
        source > 0 ? [{ type: turns.of(['CORROBORATES', 'CONTRADICTS'] as const), to: `claim-syn-0-${n}` }] : undefined,
    })),
  }));
  return [who, ...told];
}

/** Fills an empty graph. One thing has another merged into it, of which a tombstone is left. */
export async function recordSynthetic(database: Database): Promise<void> {
  const { problems } = await record(
    database,
    blocks().map((block) => RecordInput.parse(block)),
    { by: 'test' },
  );
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'));
  await database.write((tx) =>
    tx.run(
      `MATCH (kept:Official {key: 'official:syn-1'}) SET kept.formerIds = [$former]
       CREATE (:Tombstone {id: $former, key: 'official:syn-former'})-[:MERGED_INTO]->(kept)
       CREATE (:Tombstone {id: $deleted, key: 'official:syn-deleted'})`,
      { former: randomUUID(), deleted: randomUUID() },
    ),
  );
}
