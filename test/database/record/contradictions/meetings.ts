import { claims, meets, official, reliable, undated, type Case, day, count } from './world.ts';

/** What sources dispute of a meeting: where, when, how, whether at all. */
export const meetings: Case[] = [
  {
    name: 'two places',
    sources: (w) => [
      { ...meets(w, { place: 'place:ramstein', status: 'HELD' }), by: reliable },
      meets(w, { place: 'place:brussels', status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|places: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: ['place:ramstein'], standing: 'ESTABLISHED' } }),
  },
  {
    name: 'a city, and a venue in it',
    sources: (w) => [
      { ...meets(w, { place: 'place:brussels', status: 'HELD' }), by: reliable },
      meets(w, { place: 'place:nato-hq', status: 'HELD' }),
    ],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { places: ['place:nato-hq'] } }),
  },
  {
    name: 'two places that one source tells together',
    sources: (w) => [meets(w, { places: ['place:kyiv', 'place:kharkiv'], status: 'HELD' })],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { places: ['place:kyiv', 'place:kharkiv'], standing: 'ESTABLISHED' } }),
  },
  {
    name: 'two places, of which another source names one',
    sources: (w) => [
      { ...meets(w, { place: 'place:kharkiv', status: 'HELD' }), by: reliable },
      meets(w, { places: ['place:kyiv', 'place:kharkiv'], status: 'HELD' }),
    ],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { places: ['place:kyiv', 'place:kharkiv'] } }),
  },
  {
    name: 'two places, and a venue in one of them',
    sources: (w) => [
      meets(w, { places: ['place:brussels', 'place:ramstein'], status: 'HELD' }),
      meets(w, { place: 'place:nato-hq', status: 'HELD' }),
    ],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { standing: 'ESTABLISHED' } }),
  },
  {
    name: 'two places, of which sources share one',
    sources: (w) => [
      meets(w, { places: ['place:kyiv', 'place:kharkiv'], status: 'HELD' }),
      meets(w, { places: ['place:brussels', 'place:kyiv'], status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|places: nothing among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: ['place:kyiv'], standing: 'DISPUTED' } }),
  },
  {
    name: 'a venue and the city around it, told together, which are one place',
    sources: (w) => [meets(w, { places: ['place:brussels', 'place:nato-hq', 'country:BE'], status: 'HELD' })],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { places: ['place:nato-hq'] } }),
  },
  {
    name: 'a country, and a city in it',
    sources: (w) => [
      { ...meets(w, { place: 'country:DE', status: 'HELD' }), by: reliable },
      meets(w, { place: 'place:ramstein', status: 'HELD' }),
    ],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { places: ['place:ramstein'], standing: 'ESTABLISHED' } }),
  },
  {
    name: 'a country, and a venue in a city of another',
    sources: (w) => [
      { ...meets(w, { place: 'country:DE', status: 'HELD' }), by: reliable },
      meets(w, { place: 'place:nato-hq', status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|places: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: ['country:DE'] } }),
  },
  {
    name: 'two cities of a country, and no rule decides',
    sources: (w) => [
      meets(w, { place: 'place:berlin', status: 'HELD' }),
      meets(w, { place: 'place:ramstein', status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|places: nothing among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: ['country:DE'], standing: 'DISPUTED' } }),
  },
  {
    name: 'written out as claims: two cities, and their country',
    sources: (w) => [
      claims({ type: 'HELD_AT', subject: w.meeting, objects: ['place:kyiv', 'place:kharkiv'] }),
      claims({ type: 'HELD_AT', subject: w.meeting, objects: ['country:UA'] }),
    ],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { places: ['place:kyiv', 'place:kharkiv'] } }),
  },
  {
    name: 'a country denied, against a city in it',
    sources: (w) => [
      {
        ...claims({ type: 'HELD_AT', subject: w.meeting, objects: ['country:UA'], polarity: 'NEGATIVE' }),
        by: official,
      },
      meets(w, { status: 'HELD', place: 'place:kyiv' }),
    ],
    conflicts: (w) => [`${w.meeting}|places: 1 by NEARER_SOURCE among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: undefined, status: 'HELD' } }),
  },
  {
    name: 'in person or remote',
    sources: (w) => [
      meets(w, { mode: 'IN_PERSON', status: 'HELD' }),
      { ...meets(w, { mode: 'REMOTE', status: 'HELD' }), by: official },
    ],
    conflicts: (w) => [`${w.meeting}|mode: 2 by NEARER_SOURCE among 1 2`],
    shows: (w) => ({ [w.meeting]: { mode: 'REMOTE' } }),
  },
  {
    name: 'hybrid or in person',
    sources: (w) => [meets(w, { mode: 'HYBRID', status: 'HELD' }), meets(w, { mode: 'IN_PERSON', status: 'HELD' })],
    conflicts: (w) => [`${w.meeting}|mode: nothing among 1 2`],
    shows: (w) => ({ [w.meeting]: { mode: undefined, standing: 'DISPUTED' } }),
  },
  {
    name: 'two days, and no rule decides',
    sources: (w) => [
      meets(w, { ...day('2025-02-11'), status: 'HELD' }),
      meets(w, { ...day('2025-02-12'), status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|time: nothing among 1 2`],
    shows: (w) => ({
      [w.meeting]: { standing: 'DISPUTED', status: 'HELD', time: { edtf: '[2025-02-11,2025-02-12]' } },
    }),
  },
  {
    name: 'two durations, and no rule decides',
    sources: (w) => [
      meets(w, { ...day('2025-02-11/2025-02-12'), status: 'HELD' }),
      meets(w, { ...day('2025-02-14/2025-02-16'), status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|time: nothing among 1 2`],
    shows: (w) => ({
      [w.meeting]: {
        time: {
          ...{ precision: 'INTERVAL', startEarliest: '2025-02-11', startLatest: '2025-02-14' },
          ...{ endEarliest: '2025-02-12', endLatest: '2025-02-16' },
        },
      },
    }),
  },
  {
    name: 'two venues of one city, and no rule decides',
    sources: (w) => [
      meets(w, { place: 'place:nato-hq', status: 'HELD' }),
      meets(w, { place: 'place:egmont-palace', status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|places: nothing among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: ['place:brussels'], standing: 'DISPUTED' } }),
  },
  {
    name: 'scheduled, and moved to another day, without dates of publication',
    sources: (w) => [
      { ...meets(w, { ...day('2025-06-10'), status: 'SCHEDULED' }), by: undated },
      { ...meets(w, { ...day('2025-09-01'), status: 'RESCHEDULED' }), by: undated },
    ],
    conflicts: () => [],
    shows: (w) => ({
      [w.meeting]: {
        ...{ status: 'RESCHEDULED', standing: 'ESTABLISHED' },
        ...{ time: { edtf: '2025-09-01' }, previousTimes: [{ edtf: '2025-06-10' }] },
      },
    }),
  },
  {
    name: 'scheduled, and put off without a new day',
    sources: (w) => [
      { ...meets(w, { ...day('2025-06-10'), status: 'SCHEDULED' }), by: undated },
      { ...meets(w, { status: 'POSTPONED' }), by: undated },
    ],
    conflicts: () => [],
    shows: (w) => ({
      [w.meeting]: { status: 'POSTPONED', standing: 'ESTABLISHED', previousTimes: [{ edtf: '2025-06-10' }] },
    }),
  },
  {
    name: 'two days, of which more sources give one',
    sources: (w) => [
      meets(w, { ...day('2025-02-11'), status: 'HELD' }),
      {
        ...meets(w, { ...day('2025-02-12'), status: 'HELD' }),
        by: { attribution: [{ agent: 'org:nato', how: 'SAID' }] },
      },
      {
        ...meets(w, { ...day('2025-02-12'), status: 'HELD' }),
        by: { attribution: [{ agent: 'country:US', how: 'SAID' }] },
      },
    ],
    conflicts: (w) => [`${w.meeting}|time: 2 by MORE_SOURCES among 1 2 3`],
    shows: (w) => ({ [w.meeting]: { time: { edtf: '2025-02-12' } } }),
  },
  {
    name: 'a month, and a day in it',
    sources: (w) => [
      meets(w, { ...day('2025-02'), status: 'HELD' }),
      meets(w, { ...day('2025-02-12'), status: 'HELD' }),
    ],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { time: { edtf: '2025-02-12' } } }),
  },
  {
    name: 'a day, and another month',
    sources: (w) => [
      meets(w, { ...day('2025-03'), status: 'HELD' }),
      { ...meets(w, { ...day('2025-02-12'), status: 'HELD' }), by: reliable },
    ],
    conflicts: (w) => [`${w.meeting}|time: 2 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'a day planned, and another one held',
    sources: (w) => [
      { ...meets(w, { ...day('2025-02-11'), status: 'SCHEDULED' }), by: reliable },
      meets(w, { ...day('2025-02-12'), status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|time: 2 by OUTCOME_BEFORE_PLAN among 1 2`],
    shows: (w) => ({ [w.meeting]: { time: { edtf: '2025-02-12' }, previousTimes: [{ edtf: '2025-02-11' }] } }),
  },
  {
    name: 'three days, and one of them',
    sources: (w) => [
      { ...meets(w, { ...day('2025-02-14/2025-02-16'), status: 'HELD' }), by: reliable },
      meets(w, { ...day('2025-02-15'), status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|time: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'the how-manieth meeting it is',
    sources: (w) => [
      { ...meets(w, { body: w.org, ordinal: 26 }), by: official },
      meets(w, { body: w.org, ordinal: 25 }),
    ],
    conflicts: (w) => [`${w.meeting}|ordinal: 1 by NEARER_SOURCE among 1 2`],
    shows: (w) => ({ [w.meeting]: { ordinal: 26 } }),
  },
  {
    name: 'of which body it is a meeting',
    sources: (w) => [{ ...meets(w, { body: 'org:udcg' }), by: reliable }, meets(w, { body: 'org:nato' })],
    conflicts: (w) => [`${w.meeting}|body: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'what kind of meeting it is',
    sources: (w) => [{ ...meets(w, { kind: 'CONFERENCE' }), by: reliable }, meets(w, { kind: 'MULTILATERAL_MEETING' })],
    conflicts: (w) => [`${w.meeting}|kind: 1 by MORE_RELIABLE_DOCUMENT among 1 2 ${w.id}`],
    shows: (w) => ({ [w.meeting]: { kind: 'CONFERENCE' } }),
  },
  {
    name: 'held or cancelled',
    sources: (w) => [meets(w, { status: 'CANCELLED' }), { ...meets(w, { status: 'HELD' }), by: reliable }],
    conflicts: (w) => [`${w.meeting}|status: 2 by MORE_RELIABLE_DOCUMENT among 1 2`],
    shows: (w) => ({ [w.meeting]: { status: 'HELD' } }),
  },
  {
    name: 'held, or put off from that day, as a later source has it',
    sources: (w) => [
      meets(w, { status: 'HELD', ...day('2025-02-12') }),
      meets(w, { status: 'POSTPONED', ...day('2025-02-12') }),
    ],
    conflicts: (w) => [`${w.meeting}|status: 1 by OUTCOME_BEFORE_PLAN among 1 2`],
    shows: (w) => ({ [w.meeting]: { status: 'HELD' } }),
  },
  {
    name: 'put off, and held after that',
    sources: (w) => [meets(w, { status: 'POSTPONED' }), meets(w, { status: 'HELD', ...day('2025-02-12') })],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { status: 'HELD' } }),
  },
  {
    name: 'scheduled, and then cancelled',
    sources: (w) => [meets(w, { status: 'SCHEDULED' }), meets(w, { status: 'CANCELLED' })],
    conflicts: (w) => [`${w.meeting}|status: 2 by OUTCOME_BEFORE_PLAN among 1 2`],
    shows: (w) => ({ [w.meeting]: { status: 'CANCELLED' } }),
  },
  {
    name: 'more than fifty or nearly fifty participants',
    sources: (w) => [
      { ...meets(w, { attendance: count(50, 'OVER') }), by: official },
      meets(w, { attendance: count(50, 'UP_TO') }),
    ],
    conflicts: (w) => [`${w.meeting}|attendance: 1 by NEARER_SOURCE among 1 2`],
  },
  {
    name: 'more than fifty participants, fifty-seven exactly',
    sources: (w) => [meets(w, { attendance: count(50, 'OVER') }), meets(w, { attendance: count(57) })],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { attendance: count(57) } }),
  },
  {
    name: 'about fifty participants or fifty-seven',
    sources: (w) => [
      meets(w, { attendance: count(50, 'ABOUT') }),
      { ...meets(w, { attendance: count(57) }), by: reliable },
    ],
    conflicts: (w) => [`${w.meeting}|attendance: 2 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'an early plan and a later one, whichever is recorded first',
    sources: (w) => [
      meets(w, { status: 'SCHEDULED', place: 'place:ramstein' }),
      meets(w, { status: 'SCHEDULED', place: 'place:brussels' }),
    ],
    conflicts: () => [],
    shows: (w) => ({ [w.meeting]: { places: ['place:brussels'] } }),
  },
  {
    name: 'two plans without a date',
    sources: (w) => [
      { ...meets(w, { status: 'SCHEDULED', place: 'place:ramstein' }), by: undated },
      { ...meets(w, { status: 'SCHEDULED', place: 'place:brussels' }), by: undated },
    ],
    conflicts: (w) => [`${w.meeting}|places: nothing among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: undefined, standing: 'DISPUTED' } }),
  },
  {
    name: 'a later plan of a worse source',
    sources: (w) => [
      { ...meets(w, { status: 'SCHEDULED', place: 'place:ramstein' }), by: reliable },
      meets(w, { status: 'SCHEDULED', place: 'place:brussels' }),
    ],
    conflicts: (w) => [`${w.meeting}|places: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'what a medium relays, and an official record',
    sources: (w) => [
      {
        ...meets(w, { status: 'HELD', place: 'place:ramstein' }),
        by: { ...reliable, attributionKind: 'MEDIA_REPORT' },
      },
      { ...meets(w, { status: 'HELD', place: 'place:brussels' }), by: official },
    ],
    conflicts: (w) => [`${w.meeting}|places: 2 by OUTCOME_BEFORE_PLAN among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: ['place:brussels'] } }),
  },
  {
    name: 'a reprint, which is no further source',
    sources: (w) => [
      {
        ...meets(w, { status: 'HELD', place: 'place:ramstein' }),
        by: { attribution: [{ agent: 'org:udcg', how: 'REPORTED' }] },
      },
      {
        ...meets(w, { status: 'HELD', place: 'place:ramstein' }),
        by: {
          attribution: [
            { agent: 'org:udcg', how: 'REPORTED' },
            { agent: 'org:nato', how: 'REPUBLISHED' },
          ],
        },
      },
      {
        ...meets(w, { status: 'HELD', place: 'place:brussels' }),
        by: { attribution: [{ agent: 'country:US', how: 'SAID' }] },
      },
    ],
    conflicts: (w) => [`${w.meeting}|places: nothing among 1 2 3`],
  },
  {
    name: 'written out as claims: two places',
    sources: (w) => [
      { ...claims({ type: 'HELD_AT', subject: w.meeting, objects: ['place:ramstein'] }), by: reliable },
      claims({ type: 'HELD_AT', subject: w.meeting, objects: ['place:brussels'] }),
    ],
    conflicts: (w) => [`${w.meeting}|places: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: ['place:ramstein'] } }),
  },
  {
    name: 'written out as claims that it took place: here, and there',
    sources: (w) => [
      { ...claims({ type: 'EVENT', subject: w.meeting, objects: [w.org, 'place:ramstein'] }), by: reliable },
      claims({ type: 'EVENT', subject: w.meeting, objects: ['place:brussels'] }),
    ],
    conflicts: (w) => [`${w.meeting}|places: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: ['place:ramstein'], status: 'HELD' } }),
  },
  {
    name: 'a place denied',
    sources: (w) => [
      {
        ...claims({ type: 'HELD_AT', subject: w.meeting, objects: ['place:ramstein'], polarity: 'NEGATIVE' }),
        by: official,
      },
      meets(w, { status: 'HELD', place: 'place:ramstein' }),
    ],
    conflicts: (w) => [`${w.meeting}|places: 1 by NEARER_SOURCE among 1 2`],
    shows: (w) => ({ [w.meeting]: { places: undefined, status: 'HELD' } }),
  },
  {
    name: 'written out as claims: cancelled, against a row that says held',
    sources: (w) => [
      claims({ type: 'STATUS', subject: w.meeting, value: 'CANCELLED' }),
      { ...meets(w, { status: 'HELD' }), by: reliable },
    ],
    conflicts: (w) => [`${w.meeting}|status: 2 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'written out as claims: days, ordinals and counts',
    sources: (w) => [
      {
        ...claims(
          { type: 'TIME', subject: w.meeting, ...day('2025-02-11') },
          { type: 'ORDINAL', subject: w.meeting, value: '25' },
          { type: 'PARTICIPANT_COUNT', subject: w.meeting, count: count(40) },
        ),
        by: reliable,
      },
      claims(
        { type: 'TIME', subject: w.meeting, ...day('2025-02-12') },
        { type: 'ORDINAL', subject: w.meeting, value: '26' },
        { type: 'PARTICIPANT_COUNT', subject: w.meeting, count: count(50, 'OVER') },
      ),
    ],
    conflicts: (w) => [
      `${w.meeting}|attendance: 1 by MORE_RELIABLE_DOCUMENT among 1 2`,
      `${w.meeting}|ordinal: 1 by MORE_RELIABLE_DOCUMENT among 1 2`,
      `${w.meeting}|time: 1 by MORE_RELIABLE_DOCUMENT among 1 2`,
    ],
  },
  {
    name: 'a meeting that is said not to have taken place',
    sources: (w) => [
      { ...claims({ type: 'EVENT', subject: w.meeting, polarity: 'NEGATIVE' }), by: { attributionKind: 'ON_RECORD' } },
      meets(w, { status: 'HELD' }),
    ],
    conflicts: (w) => [`${w.meeting}|status: 1 by NEARER_SOURCE among 1 2`],
  },
  {
    name: 'an agreement denied',
    sources: (w) => [
      claims({ type: 'AGREED', subject: w.meeting, objects: ['topic:peace'] }),
      {
        ...claims({ type: 'AGREED', subject: w.meeting, objects: ['topic:peace'], polarity: 'NEGATIVE' }),
        by: official,
      },
    ],
    conflicts: (w) => [`${w.meeting}|AGREED: 2 by NEARER_SOURCE among 1 2`],
  },
];
