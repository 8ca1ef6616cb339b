import { type Block, type ClaimRow } from '../../support/recording.ts';

const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });

/** A page about talks in Geneva, of which one claim is written out and the others follow from rows. */
export const page: Block = {
  source: {
    url: 'https://example.org/page',
    title: 'Talks are planned',
    kind: 'NEWS_ARTICLE',
    publisher: 'org:gazette',
    published: { edtf: '2025-03-01' },
    reliability: 'USUALLY_RELIABLE',
    attributionKind: 'NARRATION',
    confidence: 70,
    paragraph: '2',
  },
  countries: [named('country:CH', 'Switzerland'), named('country:NO', 'Norway'), named('country:SE', 'Sweden')],
  organizations: [{ ...named('org:gazette', 'The Gazette'), kind: 'MEDIA' }],
  officials: [named('official:guest', 'Guest')],
  places: [
    { ...named('place:geneva', 'Geneva'), kind: 'CITY' },
    { ...named('place:basel', 'Basel'), kind: 'CITY' },
  ],
  meetings: [
    {
      ...named('meeting:talks', 'Talks'),
      kind: 'CONFERENCE',
      time: { edtf: '2025-03-20' },
      place: 'place:geneva',
      status: 'SCHEDULED',
      participants: [
        { key: 'part:guest', actor: 'official:guest', role: 'ATTENDEE', status: 'INVITED' },
        { key: 'part:no', actor: 'country:NO', role: 'CHAIR', status: 'PLANNED' },
        { key: 'part:se', actor: 'country:SE', role: 'CHAIR', status: 'PLANNED' },
      ],
    },
  ],
  claims: [
    {
      key: 'c1',
      type: 'CHAIRS',
      subject: 'country:NO',
      objects: ['meeting:talks'],
      text: 'Norway is to chair the talks.',
      modality: 'PLANNED',
      evidence: [
        { paragraph: '3', line: 7 },
        { paragraph: '5', line: 9 },
      ],
    },
  ],
};

/** What another page says afterwards. */
export const later = (name: string, rest: Partial<Block>, source: Partial<Block['source']> = {}): Block => ({
  source: {
    url: `https://example.org/${name}`,
    title: name,
    kind: 'NEWS_ARTICLE',
    published: { edtf: '2025-03-21' },
    reliability: 'USUALLY_RELIABLE',
    attributionKind: 'NARRATION',
    ...source,
  },
  ...rest,
});

/** That Norway chairs, in other words. */
export const chairs: ClaimRow = {
  type: 'CHAIRS',
  subject: 'country:NO',
  objects: ['meeting:talks'],
  text: 'Norway is expected to chair the talks.',
  modality: 'PLANNED',
};
