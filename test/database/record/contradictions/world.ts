import { type Block, type ClaimRow, type MeetingRow } from '../../../support/recording.ts';

export type Source = Block['source'];
type Participant = NonNullable<MeetingRow['participants']>[number];
type Tenure = NonNullable<Block['tenures']>[number];

/** The things of one case, by their keys: no case speaks of those of another. */
export interface World {
  id: string;
  meeting: string;
  /** An official, another one, and the posts that they may hold. */
  ann: string;
  bob: string;
  minister: string;
  envoy: string;
  org: string;
  place: string;
}

export const worldOf = (id: string): World => ({
  id,
  meeting: `meeting:${id}`,
  ann: `official:${id}-ann`,
  bob: `official:${id}-bob`,
  minister: `post:${id}-minister`,
  envoy: `post:${id}-envoy`,
  org: `org:${id}`,
  place: `place:${id}`,
});

const named = (value: string) => [{ value, lang: 'en' }];

/** What all cases share: who is who and what lies where. */
export const common: Block = {
  source: { url: 'https://example.org/gazetteer', title: 'Gazetteer', kind: 'DATASET', attributionKind: 'ANALYST' },
  countries: [
    { key: 'country:GB', names: named('United Kingdom') },
    { key: 'country:US', names: named('United States') },
    { key: 'country:DE', names: named('Germany') },
    { key: 'country:BE', names: named('Belgium') },
    { key: 'country:UA', names: named('Ukraine') },
  ],
  organizations: [
    { key: 'org:udcg', kind: 'COALITION', names: named('Contact Group') },
    { key: 'org:nato', kind: 'INTERGOVERNMENTAL', names: named('NATO') },
  ],
  places: [
    { key: 'place:brussels', kind: 'CITY', names: named('Brussels'), country: 'country:BE' },
    { key: 'place:nato-hq', kind: 'VENUE', names: named('NATO HQ'), within: 'place:brussels' },
    { key: 'place:egmont-palace', kind: 'VENUE', names: named('Egmont Palace'), within: 'place:brussels' },
    { key: 'place:ramstein', kind: 'VENUE', names: named('Ramstein'), country: 'country:DE' },
    { key: 'place:berlin', kind: 'CITY', names: named('Berlin'), country: 'country:DE' },
    { key: 'place:kyiv', kind: 'CITY', names: named('Kyiv'), country: 'country:UA' },
    { key: 'place:kharkiv', kind: 'CITY', names: named('Kharkiv'), country: 'country:UA' },
  ],
  topics: [
    { key: 'topic:air-defence', names: named('Air defence') },
    { key: 'topic:peace', names: named('Peace') },
  ],
};

/** The things of a case, of which its sources then speak; nothing that could be disputed is said of them here. */
export const bare = ({ id, meeting, ann, bob, minister, envoy, org, place }: World): Block => ({
  source: { url: `https://example.org/${id}`, title: id, kind: 'DATASET', attributionKind: 'ANALYST' },
  officials: [
    { key: ann, names: named(`Ann of ${id}`) },
    { key: bob, names: named(`Bob of ${id}`) },
  ],
  posts: [
    { key: minister, names: named('Minister'), country: 'country:GB', level: 'MINISTER' },
    { key: envoy, names: named('Envoy'), country: 'country:GB', level: 'SENIOR_OFFICIAL' },
  ],
  places: [{ key: place, kind: 'CITY', names: named(`City of ${id}`) }],
  organizations: [{ key: org, kind: 'COALITION', names: named(`Group of ${id}`) }],
  meetings: [
    {
      key: meeting,
      kind: 'MULTILATERAL_MEETING',
      names: named(`Meeting of ${id}`),
      time: { edtf: '2025' },
      status: 'UNKNOWN',
    },
  ],
  statements: [{ key: `stmt:${id}`, speaker: ann, act: 'INFORM', gist: 'Says something.' }],
});

/** What one source of a case says. */
export type Words = Omit<Block, 'source'> & { by?: Partial<Source> };

/** The words of a source that has its own document, published a day after that of the source before it. */
export function spoken({ id }: World, number: number, { by, ...words }: Words): Block {
  return {
    source: {
      url: `https://example.org/${id}/${number}`,
      title: `${id}/${number}`,
      kind: 'NEWS_ARTICLE',
      published: { edtf: `2025-03-0${number}` },
      attributionKind: 'NARRATION',
      ...by,
    },
    ...words,
  };
}

export const meets = ({ meeting }: World, row: Omit<MeetingRow, 'ref' | 'key'>): Words => ({
  meetings: [{ ref: meeting, ...row }],
});

export const takesPart = (w: World, row: Partial<Participant> = {}): Words =>
  meets(w, { participants: [{ actor: w.ann, role: 'ATTENDEE', status: 'ATTENDED', ...row }] });

export const holds = ({ ann, minister }: World, row: Partial<Tenure>): Words => ({
  tenures: [{ official: ann, post: minister, status: 'CURRENT', ...row }],
});

export const claims = (...rows: (Omit<ClaimRow, 'text' | 'modality'> & Partial<ClaimRow>)[]): Words => ({
  claims: rows.map((row) => ({ text: 'In own words.', modality: 'OCCURRED', ...row })),
});

export const reliable = { reliability: 'RELIABLE' } as const;
export const official = { attributionKind: 'OFFICIAL_RECORD' } as const;
export const undated = { published: undefined } as const;

/** Sources that meet, and what the written rules of the model make of it. */
export interface Case {
  name: string;
  sources: (world: World) => Words[];
  /** Each as `SLOT: FOLLOWS by RULE among CLAIMS`, sources by their numbers; none where what they say holds together. */
  conflicts: (world: World) => string[];
  /** What things show after that, by their keys. */
  shows?: (world: World) => Record<string, Record<string, unknown>>;
}

export const day = (edtf: string) => ({ time: { edtf } });
export const part = ({ id }: World, role = 'attendee') => `part:${id}-${id}-ann-${role}`;
export const tenure = ({ id }: World) => `tenure:${id}-ann-${id}-minister`;
export const membership = ({ id }: World) => `membership:gb-${id}`;
export const count = (value: number, comparator: 'EXACTLY' | 'ABOUT' | 'OVER' | 'UP_TO' = 'EXACTLY') => ({
  value,
  comparator,
});
