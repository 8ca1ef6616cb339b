import { claims, holds, official, reliable, takesPart, undated, type Case, day, part, tenure } from './world.ts';

/** Who was there, in what role, and who held which post. */
export const people: Case[] = [
  {
    name: 'two in the chair hold together',
    sources: (w) => [takesPart(w, { role: 'CHAIR' }), takesPart(w, { role: 'CHAIR', actor: w.bob })],
    conflicts: () => [],
    shows: (w) => ({ [part(w, 'chair')]: { standing: 'ESTABLISHED' } }),
  },
  {
    name: 'who chaired, where the coder sets one against the other',
    sources: (w) => [
      {
        ...takesPart(w, { role: 'CHAIR' }),
        ...claims({ key: `${w.id}-a`, type: 'CHAIRS', subject: w.ann, objects: [w.meeting] }),
        by: reliable,
      },
      {
        ...takesPart(w, { role: 'CHAIR', actor: w.bob }),
        ...claims({
          type: 'CHAIRS',
          subject: w.bob,
          objects: [w.meeting],
          relations: [{ type: 'CONTRADICTS', to: `${w.id}-a` }],
        }),
      },
    ],
    conflicts: (w) => [`${w.bob}|CHAIRS: 1 by MORE_RELIABLE_DOCUMENT among 2 1`],
  },
  {
    name: 'who chaired, set against each other, and no rule decides',
    sources: (w) => [
      {
        ...takesPart(w, { role: 'CHAIR' }),
        ...claims({ key: `${w.id}-a`, type: 'CHAIRS', subject: w.ann, objects: [w.meeting] }),
      },
      {
        ...takesPart(w, { role: 'CHAIR', actor: w.bob }),
        ...claims({
          type: 'CHAIRS',
          subject: w.bob,
          objects: [w.meeting],
          relations: [{ type: 'CONTRADICTS', to: `${w.id}-a` }],
        }),
      },
    ],
    conflicts: (w) => [`${w.bob}|CHAIRS: nothing among 2 1`],
    shows: (w) => ({ [part(w, 'chair')]: { standing: 'DISPUTED', status: 'ATTENDED' } }),
  },
  {
    name: 'a chair denied',
    sources: (w) => [
      { ...claims({ type: 'CHAIRS', subject: w.ann, objects: [w.meeting], polarity: 'NEGATIVE' }), by: official },
      takesPart(w, { role: 'CHAIR' }),
    ],
    conflicts: (w) => [`${part(w, 'chair')}|status: 1 by NEARER_SOURCE among 1 2`],
    shows: (w) => ({ [part(w, 'chair')]: { status: 'ABSENT' } }),
  },
  {
    name: 'attended or absent',
    sources: (w) => [{ ...takesPart(w), by: reliable }, takesPart(w, { status: 'ABSENT' })],
    conflicts: (w) => [`${part(w)}|status: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'absent, but in the chair',
    sources: (w) => [takesPart(w, { role: 'CHAIR' }), { ...takesPart(w, { status: 'ABSENT' }), by: official }],
    conflicts: (w) => [
      `${part(w)}|status: 2 by NEARER_SOURCE among 2 1`,
      `${part(w, 'chair')}|status: 2 by NEARER_SOURCE among 2 1`,
    ],
    shows: (w) => ({
      [part(w)]: { status: 'ABSENT', standing: 'ESTABLISHED' },
      [part(w, 'chair')]: { status: 'ATTENDED', standing: 'DISPUTED' },
    }),
  },
  {
    name: 'a country that stayed away, and somebody there on its behalf',
    sources: (w) => [
      takesPart(w, { actor: 'country:GB', status: 'ABSENT' }),
      takesPart(w, { capacity: w.minister }),
      takesPart(w, { actor: w.bob, onBehalfOf: 'country:US' }),
    ],
    conflicts: (w) => [`part:${w.id}-gb-attendee|status: nothing among 1 2`, `${part(w)}|status: nothing among 1 2`],
    shows: (w) => ({
      [part(w)]: { status: 'ATTENDED', standing: 'DISPUTED' },
      [`part:${w.id}-gb-attendee`]: { status: 'ABSENT', standing: 'DISPUTED' },
    }),
  },
  {
    name: 'attended, though a later source says that the invitation was declined',
    sources: (w) => [takesPart(w), takesPart(w, { status: 'DECLINED' })],
    conflicts: (w) => [`${part(w)}|status: 1 by OUTCOME_BEFORE_PLAN among 1 2`],
    shows: (w) => ({ [part(w)]: { status: 'ATTENDED' } }),
  },
  {
    name: 'invited, and declined',
    sources: (w) => [
      { ...takesPart(w, { status: 'INVITED' }), by: undated },
      { ...takesPart(w, { status: 'DECLINED' }), by: undated },
    ],
    conflicts: () => [],
    shows: (w) => ({ [part(w)]: { status: 'DECLINED' } }),
  },
  {
    name: 'invited, then planned, then there',
    sources: (w) => [takesPart(w, { status: 'INVITED' }), takesPart(w, { status: 'PLANNED' }), takesPart(w)],
    conflicts: () => [],
    shows: (w) => ({ [part(w)]: { status: 'ATTENDED' } }),
  },
  {
    name: 'there or joined from afar, in what post, for whom, for whom else, at what level',
    sources: (w) => [
      {
        ...takesPart(w, {
          mode: 'REMOTE',
          capacity: w.minister,
          onBehalfOf: 'country:GB',
          standsInFor: w.bob,
          level: 'MINISTER',
        }),
        by: reliable,
      },
      takesPart(w, { mode: 'IN_PERSON', capacity: w.envoy, onBehalfOf: 'country:US', level: 'DEPUTY_MINISTER' }),
    ],
    conflicts: (w) =>
      ['capacity', 'level', 'mode', 'onBehalfOf'].map(
        (slot) => `${part(w)}|${slot}: 1 by MORE_RELIABLE_DOCUMENT among 1 2`,
      ),
    shows: (w) => ({
      [part(w)]: { mode: 'REMOTE', capacity: w.minister, onBehalfOf: 'country:GB', level: 'MINISTER' },
    }),
  },
  {
    name: 'an attendance denied before anybody has recorded it',
    sources: (w) => [
      { ...claims({ type: 'ATTENDS', subject: w.ann, objects: [w.meeting], polarity: 'NEGATIVE' }), by: official },
      takesPart(w, { role: 'SPEAKER' }),
      takesPart(w),
    ],
    conflicts: (w) => [
      `${part(w)}|status: 1 by NEARER_SOURCE among 1 3`,
      `${part(w, 'speaker')}|status: 1 by NEARER_SOURCE among 1 2`,
    ],
  },
  {
    name: 'an attendance affirmed and denied, of which there is no row at all',
    sources: (w) => [
      { ...claims({ type: 'ATTENDS', subject: w.ann, objects: [w.meeting] }), by: reliable },
      claims({ type: 'ATTENDS', subject: w.ann, objects: [w.meeting], polarity: 'NEGATIVE' }),
    ],
    conflicts: (w) => [`${w.ann}|ATTENDS: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'since when a post is held',
    sources: (w) => [
      { ...holds(w, { start: { edtf: '2024-07-05' } }), by: reliable },
      holds(w, { start: { edtf: '2024-07-08' } }),
    ],
    conflicts: (w) => [`${tenure(w)}|start: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'until when a post was held',
    sources: (w) => [
      { ...holds(w, { status: 'ENDED', start: { edtf: '2023' }, end: { edtf: '2024-07-05' } }), by: reliable },
      holds(w, { status: 'ENDED', start: { edtf: '2023' }, end: { edtf: '2024-07-08' } }),
    ],
    conflicts: (w) => [`${tenure(w)}|end: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'acting or appointed, in office or never taken up',
    sources: (w) => [
      { ...holds(w, { start: { edtf: '2025-01' }, acting: false }), by: reliable },
      holds(w, { start: { edtf: '2025-01' }, acting: true, status: 'NOT_TAKEN_UP' }),
    ],
    conflicts: (w) => [
      `${tenure(w)}|acting: 1 by MORE_RELIABLE_DOCUMENT among 1 2`,
      `${tenure(w)}|status: 1 by MORE_RELIABLE_DOCUMENT among 1 2`,
    ],
    shows: (w) => ({ [tenure(w)]: { status: 'CURRENT', acting: false } }),
  },
  {
    name: 'nominated, then in office, then no longer',
    sources: (w) => [
      holds(w, { status: 'NOMINATED', start: { edtf: '2025-01' } }),
      holds(w, { start: { edtf: '2025-01' } }),
      holds(w, { status: 'ENDED', start: { edtf: '2025-01' } }),
    ],
    conflicts: () => [],
    shows: (w) => ({ [tenure(w)]: { status: 'ENDED' } }),
  },
  {
    name: 'in office, as a row has it; not, as a claim',
    sources: (w) => [
      holds(w, { start: { edtf: '2025-01' } }),
      {
        ...claims({
          type: 'HOLDS_POST',
          subject: w.ann,
          objects: [w.minister],
          polarity: 'NEGATIVE',
          modality: 'ONGOING',
        }),
        by: official,
      },
    ],
    conflicts: (w) => [`${tenure(w)}|status: 2 by NEARER_SOURCE among 1 2`],
  },
  {
    name: 'no longer in office, and not in office',
    sources: (w) => [
      holds(w, { status: 'ENDED', start: { edtf: '2023' }, end: { edtf: '2024' } }),
      claims({ type: 'HOLDS_POST', subject: w.ann, objects: [w.minister], polarity: 'NEGATIVE', modality: 'ONGOING' }),
    ],
    conflicts: () => [],
    shows: (w) => ({ [tenure(w)]: { status: 'ENDED' } }),
  },
  {
    name: 'since when a post is held, as a claim has it',
    sources: (w) => [
      { ...holds(w, { start: { edtf: '2024-07-05' } }), by: reliable },
      claims({
        type: 'HOLDS_POST',
        subject: w.ann,
        objects: [w.minister],
        modality: 'ONGOING',
        ...day('2024-07-08/..'),
      }),
    ],
    conflicts: (w) => [`${tenure(w)}|start: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
];
