import { claims, official, reliable, takesPart, type Case, day, membership, count } from './world.ts';

/** What sources dispute of groups: who belongs, since when, how many. */
export const groups: Case[] = [
  {
    name: 'since when a country belongs, and as what',
    sources: (w) => [
      {
        memberships: [{ member: 'country:GB', organization: w.org, role: 'MEMBER', start: { edtf: '2022-04-26' } }],
        by: reliable,
      },
      { memberships: [{ member: 'country:GB', organization: w.org, role: 'OBSERVER', start: { edtf: '2022-05-23' } }] },
    ],
    conflicts: (w) =>
      ['role', 'start'].map((slot) => `${membership(w)}|${slot}: 1 by MORE_RELIABLE_DOCUMENT among 1 2`),
    shows: (w) => ({ [membership(w)]: { role: 'MEMBER', start: { edtf: '2022-04-26' } } }),
  },
  {
    name: 'a membership denied',
    sources: (w) => [
      { memberships: [{ member: 'country:GB', organization: w.org, role: 'MEMBER' }] },
      {
        ...claims({
          type: 'MEMBERS',
          subject: w.org,
          objects: ['country:GB'],
          polarity: 'NEGATIVE',
          modality: 'ONGOING',
        }),
        by: official,
      },
    ],
    conflicts: (w) => [`${membership(w)}|role: 2 by NEARER_SOURCE among 1 2`],
    shows: (w) => ({ [membership(w)]: { role: 'MEMBER', standing: 'DISPUTED' } }),
  },
  {
    name: 'when a group was founded, by rows',
    sources: (w) => [
      { organizations: [{ ref: w.org, founded: { edtf: '2022-04-26' } }], by: reliable },
      { organizations: [{ ref: w.org, founded: { edtf: '2022-03' } }] },
    ],
    conflicts: (w) => [`${w.org}|founded: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
    shows: (w) => ({ [w.org]: { founded: { edtf: '2022-04-26' } } }),
  },
  {
    name: 'when a group was founded, by a claim and by a row',
    sources: (w) => [
      { ...claims({ type: 'FOUNDED', subject: w.org, ...day('2022-04-26') }), by: reliable },
      { organizations: [{ ref: w.org, founded: { edtf: '2022-03' } }] },
    ],
    conflicts: (w) => [`${w.org}|founded: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'how many belong to it, now and then',
    sources: (w) => [
      {
        ...claims({
          type: 'MEMBER_COUNT',
          subject: w.org,
          count: count(32),
          modality: 'ONGOING',
          ...day('2025-02-12'),
        }),
        by: reliable,
      },
      claims({ type: 'MEMBER_COUNT', subject: w.org, count: count(31), modality: 'ONGOING', ...day('2025-02') }),
      claims({ type: 'MEMBER_COUNT', subject: w.org, count: count(30), modality: 'ONGOING', ...day('2022-01') }),
    ],
    conflicts: (w) => [`${w.org}|MEMBER_COUNT: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'where most of its meetings took place',
    sources: (w) => [
      { ...claims({ type: 'HELD_AT', subject: w.org, objects: ['place:ramstein'], quantifier: 'MOST' }), by: reliable },
      claims({ type: 'HELD_AT', subject: w.org, objects: ['place:brussels'], quantifier: 'MOST' }),
      claims({ type: 'HELD_AT', subject: w.org, objects: ['place:nato-hq'], quantifier: 'SOME' }),
    ],
    conflicts: (w) => [`${w.org}|HELD_AT: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'what all did, and some did not',
    sources: (w) => [
      { ...claims({ type: 'CHAIRS', subject: 'country:US', objects: [w.org], quantifier: 'ALL' }), by: reliable },
      claims({ type: 'CHAIRS', subject: 'country:US', objects: [w.org], quantifier: 'SOME', polarity: 'NEGATIVE' }),
    ],
    conflicts: () => [`country:US|CHAIRS: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'all meetings chaired by one, and a meeting chaired by another, set against it by the coder',
    sources: (w) => [
      claims({ key: `${w.id}-all`, type: 'CHAIRS', subject: 'country:GB', objects: [w.org], quantifier: 'ALL' }),
      {
        ...takesPart(w, { role: 'CHAIR', onBehalfOf: 'country:US' }),
        ...claims({
          type: 'CHAIRS',
          subject: w.ann,
          objects: [w.meeting],
          relations: [{ type: 'CONTRADICTS', to: `${w.id}-all` }],
        }),
        by: official,
      },
    ],
    conflicts: (w) => [`${w.ann}|CHAIRS: 2 by NEARER_SOURCE among 2 1`],
  },
  {
    name: 'where a place lies, and who runs it',
    sources: (w) => [
      {
        ...claims(
          { type: 'LOCATED_IN', subject: w.place, objects: ['country:DE'], modality: 'ONGOING' },
          { type: 'OPERATED_BY', subject: w.place, objects: ['country:US'], modality: 'ONGOING' },
        ),
        by: reliable,
      },
      claims(
        { type: 'LOCATED_IN', subject: w.place, objects: ['country:BE'], modality: 'ONGOING' },
        { type: 'OPERATED_BY', subject: w.place, objects: ['org:nato'], modality: 'ONGOING' },
      ),
    ],
    conflicts: (w) =>
      ['country', 'operatedBy'].map((slot) => `${w.place}|${slot}: 1 by MORE_RELIABLE_DOCUMENT among 1 2`),
  },
  {
    name: 'by whom a place is run, as one source describes it and another claims',
    sources: (w) => [
      { places: [{ ref: w.place, operatedBy: 'country:US' }], by: reliable },
      claims({ type: 'OPERATED_BY', subject: w.place, objects: ['org:nato'], modality: 'ONGOING' }),
    ],
    conflicts: (w) => [`${w.place}|operatedBy: nothing among 2`],
    shows: (w) => ({ [w.place]: { operatedBy: 'country:US' } }),
  },
];
