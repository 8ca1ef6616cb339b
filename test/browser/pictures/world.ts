import { type Block } from '../../support/recording.ts';

/**
 * A made-up record for tests that compare pictures, so that what the seed gains does not change them: the council, of two groups of
 * four countries that seldom meet, and one assembly with very many.
 */
export const COUNCIL = 'org:council';
export const ASSEMBLY = 'org:assembly';

/** All of them have ties to one another: 120 times 119 halves. */
export const AT_ASSEMBLY = 120;
const MEETINGS = 36;

const en = (value: string) => [{ value, lang: 'en' }];
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const COUNTRIES = {
  GB: ['Albia', 'Londra', 51.5, -0.1],
  DE: ['Berolina', 'Berola', 52.5, 13.4],
  PL: ['Vistula', 'Varsa', 52.2, 21],
  UA: ['Borysia', 'Kyva', 50.5, 30.5],
  JP: ['Nihona', 'Tokia', 35.7, 139.7],
  AU: ['Australa', 'Canba', -35.3, 149.1],
  US: ['Columbia', 'Potoma', 38.9, -77],
  BR: ['Brasila', 'Planalta', -15.8, -47.9],
} as const;
const CODES = Object.keys(COUNTRIES) as (keyof typeof COUNTRIES)[];
const RANKS = { MINISTER: 'Minister', DEPUTY_MINISTER: 'Deputy', AMBASSADOR: 'Envoy' } as const;
const LEVELS = Object.keys(RANKS) as (keyof typeof RANKS)[];
const KINDS = ['MULTILATERAL_MEETING', 'CONSULTATION', 'SUMMIT'] as const;

const countryKey = (code: string) => `country:${code}`;
const placeKey = (code: string) => `place:${code.toLowerCase()}`;
const postKey = (code: string, level: string) => `post:${code.toLowerCase()}-${level.toLowerCase()}`;
const officialKey = (code: string, level: string) => `official:${code.toLowerCase()}-${level.toLowerCase()}`;
const delegateKey = (index: number) => `official:delegate-${index}`;

const source = (title: string): Block['source'] => ({
  title,
  url: `https://example.org/${title.toLowerCase()}`,
  kind: 'REPORT',
  published: { edtf: '2025-06-01' },
  attributionKind: 'OFFICIAL_RECORD',
});

export const WORLD: Block[] = [
  {
    source: source('Register'),
    countries: CODES.map((code) => ({ key: countryKey(code), names: en(COUNTRIES[code][0]) })),
    organizations: [
      { key: COUNCIL, kind: 'CONFERENCE_SERIES', names: en('The Council') },
      { key: ASSEMBLY, kind: 'CONFERENCE_SERIES', names: en('The Assembly') },
    ],
    places: CODES.map((code) => {
      const [, name, latitude, longitude] = COUNTRIES[code];
      return { key: placeKey(code), kind: 'CITY', names: en(name), country: countryKey(code), latitude, longitude };
    }),
    posts: CODES.flatMap((code) =>
      LEVELS.map((level) => ({
        key: postKey(code, level),
        names: en(`${RANKS[level]} of ${COUNTRIES[code][0]}`),
        country: countryKey(code),
        level,
        portfolio: 'DEFENCE' as const,
      })),
    ),
    officials: [
      ...CODES.flatMap((code) =>
        LEVELS.map((level) => ({
          key: officialKey(code, level),
          names: en(`${RANKS[level]} ${COUNTRIES[code][1]}`),
          country: countryKey(code),
        })),
      ),
      ...times(AT_ASSEMBLY, (index) => ({
        key: delegateKey(index),
        names: en(`Delegate ${index}`),
        country: countryKey(CODES[index % CODES.length]!),
      })),
    ],
  },
  { source: source('Minutes'), meetings: times(MEETINGS, meeting) },
  {
    source: source('Assembly'),
    meetings: [
      {
        key: 'meeting:assembly-1',
        names: en('The first assembly'),
        kind: 'CONFERENCE',
        body: ASSEMBLY,
        status: 'HELD',
        time: '2024-05-01',
        paragraph: '1',
        participants: times(AT_ASSEMBLY, (index) => ({
          actor: delegateKey(index),
          role: 'DELEGATE',
          status: 'ATTENDED',
        })),
      },
    ],
  },
];

/** Meetings go round the year and the countries; in each sixth one both groups meet. */
function meeting(index: number): NonNullable<Block['meetings']>[number] {
  const group = index % 2;
  const countries = index % 6 === 5 ? CODES : CODES.slice(4 * group, 4 * group + 4);
  return {
    key: `meeting:council-${index + 1}`,
    names: en(`Meeting ${index + 1} of the Council`),
    kind: KINDS[index % 5 === 0 ? 2 : index % 2]!,
    body: COUNCIL,
    ordinal: index + 1,
    status: 'HELD',
    time: `${2022 + Math.floor((index * 4) / MEETINGS)}-${String((index % 12) + 1).padStart(2, '0')}-15`,
    place: placeKey(CODES[(index * index) % CODES.length]!),
    paragraph: '1',
    participants: countries.flatMap((code, at) =>
      LEVELS.filter((_, rank) => (index + 2 * at + 3 * rank) % 4 < 2).map((level) => ({
        actor: officialKey(code, level),
        role: 'DELEGATE' as const,
        status: 'ATTENDED' as const,
        onBehalfOf: countryKey(code),
        capacity: postKey(code, level),
      })),
    ),
  };
}
