import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { VOCABULARIES, nodeIri } from '../../../src/api/exports/vocabularies.ts';
import {
  EventStatus,
  ParticipationStatus,
  Role,
  Standing,
  TenureStatus,
} from '../../../src/domain/vocabulary.generated.ts';
import { PREFIXES } from '../../../src/export/rdf.ts';

const one = <T>(values: Readonly<Record<string, T>>) => fc.constantFrom(...Object.values(values));

/** `schema:attendee` and the like, of what is said of a row. */
function saidOf(type: string, row: Readonly<Record<string, unknown>>): string[] {
  return [...VOCABULARIES[type]!.statements(nodeIri('it'), row)].map(({ predicate, object }) => {
    const { value } = predicate.value.endsWith('#type') ? object : predicate;
    const [prefix, start] = Object.entries(PREFIXES).find(([, each]) => value.startsWith(each))!;
    return `${prefix}:${value.slice(start.length)}`;
  });
}

const node = { id: 'other' };
const day = (first: string, last: string) => ({
  startEarliest: first,
  startLatest: last,
  endEarliest: first,
  endLatest: last,
});
const bare = { names: [], externalIds: [], formerIds: [] };
const meeting = { ...bare, topics: [node], partOf: node, places: [node], time: day('2025-02-12', '2025-02-12') };

test('an event is one that happened only if it is held and established, and announced only if it is established', () => {
  fc.assert(
    fc.property(one(EventStatus), one(Standing), (status, standing) => {
      const said = saidOf('Meeting', { ...meeting, status, standing });
      if (standing !== 'ESTABLISHED') return expect(said).toEqual([]);
      if (['HELD', 'ONGOING'].includes(status))
        return expect(said).toEqual(
          ['Event', 'Activity', 'startDate', 'endDate', 'about', 'superEvent', 'location'].map((name) =>
            name === 'Activity' ? 'prov:Activity' : `schema:${name}`,
          ),
        );
      expect(said).toEqual(['PROPOSED', 'UNKNOWN'].includes(status) ? [] : ['schema:Event', 'schema:eventStatus']);
    }),
  );
});

test('a date is said where it is known to the day', () => {
  const held = { ...meeting, status: 'HELD', standing: 'ESTABLISHED' };
  expect(saidOf('Meeting', { ...held, time: day('2025-02-01', '2025-02-28') })).not.toContain('schema:startDate');
  expect(saidOf('Meeting', { ...held, time: null })).not.toContain('schema:startDate');
});

test('nobody attended what did not happen, or where no firm source says so', () => {
  fc.assert(
    fc.property(
      fc.record({
        ...{ status: one(ParticipationStatus), standing: one(Standing), role: one(Role), inferred: fc.boolean() },
        in: fc.record({ status: one(EventStatus), standing: one(Standing) }),
      }),
      (row) => {
        const isSo =
          row.status === 'ATTENDED' &&
          !row.inferred &&
          [row, row.in].every(({ standing }) => standing === 'ESTABLISHED') &&
          ['HELD', 'ONGOING'].includes(row.in.status);
        const said = saidOf('Participation', { ...row, actor: node, meeting: node });
        expect(said.length > 0).toBe(isSo);
        expect(said.includes('schema:organizer')).toBe(isSo && ['HOST', 'CONVENER', 'ORGANIZER'].includes(row.role));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a post is held by who is said to hold it, and a tenure that nobody took up is no membership', () => {
  fc.assert(
    fc.property(one(TenureStatus), one(Standing), (status, standing) => {
      const of = { organization: null, country: node };
      const said = saidOf('Tenure', { status, standing, of, official: node, post: node });
      expect(said.includes('org:holds')).toBe(status === 'CURRENT' && standing === 'ESTABLISHED');
      expect(said.includes('org:Membership')).toBe(['CURRENT', 'ENDED'].includes(status) && standing === 'ESTABLISHED');
    }),
  );
});

test('one name in each language is preferred: the first that is in use', () => {
  const names = [
    { value: 'Turkey', lang: 'en', kind: 'OFFICIAL', time: { endLatest: '2022-06-01' } },
    { value: 'TR', lang: 'en', kind: 'ABBREVIATION', time: null },
    { value: 'Türkiye', lang: 'en', kind: 'OFFICIAL', time: null },
    { value: 'Republic of Türkiye', lang: 'en', kind: 'OFFICIAL', time: null },
    { value: 'Türkei', lang: 'de', kind: 'COMMON', time: null },
  ];
  const said = [...VOCABULARIES.Topic!.statements(nodeIri('it'), { ...bare, names, broader: null })];
  const preferred = said.filter(({ predicate }) => predicate.value.endsWith('#prefLabel'));
  expect(preferred.map(({ object }) => object.value)).toEqual(['Türkiye', 'Türkei']);
});
