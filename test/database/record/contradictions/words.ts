import { claims, official, reliable, type Case, day, count } from './world.ts';

/** What was said and done, of which there is no fact. */
export const words: Case[] = [
  {
    name: 'a rumour, and a denial on the record',
    sources: (w) => [
      {
        ...claims({ type: 'REQUESTED', subject: w.ann, objects: ['country:GB', 'topic:peace'] }),
        by: { attributionKind: 'ANONYMOUS' },
      },
      {
        ...claims({ type: 'REQUESTED', subject: w.ann, objects: ['country:GB'], polarity: 'NEGATIVE' }),
        by: { attributionKind: 'ON_RECORD' },
      },
    ],
    conflicts: (w) => [`${w.ann}|REQUESTED: 2 by OUTCOME_BEFORE_PLAN among 1 2`],
  },
  {
    name: 'whether two have met, told from either side',
    sources: (w) => [
      claims({ type: 'MET_IN_PERSON', subject: w.ann, objects: [w.bob], ...day('2025-02-05') }),
      { ...claims({ type: 'MET_IN_PERSON', subject: w.bob, objects: [w.ann], polarity: 'NEGATIVE' }), by: reliable },
    ],
    conflicts: (w) => [`${w.ann}|MET_IN_PERSON: 2 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'not yet met, and met later on',
    sources: (w) => [
      claims({
        type: 'MET_IN_PERSON',
        subject: w.ann,
        objects: [w.bob],
        polarity: 'NEGATIVE',
        ...day('2024-07/2025-02'),
      }),
      claims({ type: 'MET_IN_PERSON', subject: w.ann, objects: [w.bob], ...day('2025-03-02') }),
    ],
    conflicts: () => [],
  },
  {
    name: 'a motive denied',
    sources: (w) => [
      {
        ...claims({ type: 'MOTIVE', subject: w.meeting, objects: ['topic:peace'] }),
        by: { attributionKind: 'ANALYST' },
      },
      {
        ...claims({ type: 'MOTIVE', subject: w.meeting, objects: ['topic:peace'], polarity: 'NEGATIVE' }),
        by: { attributionKind: 'ON_RECORD' },
      },
    ],
    conflicts: (w) => [`${w.meeting}|MOTIVE: 2 by NEARER_SOURCE among 1 2`],
  },
  {
    name: 'two motives hold together, unless the coder says that they compete',
    sources: (w) => [
      claims({ key: `${w.id}-m`, type: 'MOTIVE', subject: w.meeting, objects: ['topic:peace'] }),
      claims({ type: 'MOTIVE', subject: w.meeting, objects: ['topic:air-defence'] }),
      claims({
        type: 'MOTIVE',
        subject: w.meeting,
        objects: ['country:US'],
        relations: [{ type: 'COMPETES_WITH', to: `${w.id}-m` }],
      }),
    ],
    conflicts: (w) => [`${w.meeting}|MOTIVE: nothing among 3 1`],
  },
  {
    name: 'how somebody stands to something',
    sources: (w) => [
      { ...claims({ type: 'STANCE', subject: w.ann, objects: ['topic:peace'], value: 'POSITIVE' }), by: reliable },
      claims({ type: 'STANCE', subject: w.ann, objects: ['topic:peace'], value: 'NEGATIVE' }),
      claims({ type: 'STANCE', subject: w.ann, objects: ['topic:air-defence'], value: 'NEGATIVE' }),
    ],
    conflicts: (w) => [`${w.ann}|STANCE: 1 by MORE_RELIABLE_DOCUMENT among 1 2`],
  },
  {
    name: 'when something was said, and how',
    sources: (w) => [
      { statements: [{ ref: `stmt:${w.id}`, ...day('2025-02-05'), stance: 'POSITIVE' }], by: reliable },
      { statements: [{ ref: `stmt:${w.id}`, ...day('2025-02-06'), stance: 'NEGATIVE' }] },
    ],
    conflicts: (w) => ['stance', 'time'].map((slot) => `stmt:${w.id}|${slot}: 1 by MORE_RELIABLE_DOCUMENT among 1 2`),
  },
  {
    name: 'a statement that its speaker is said not to have made',
    sources: (w) => [
      { ...claims({ type: 'STATED', subject: w.ann, objects: [`stmt:${w.id}`] }) },
      {
        ...claims({ type: 'STATED', subject: w.ann, objects: [`stmt:${w.id}`], polarity: 'NEGATIVE' }),
        by: official,
      },
    ],
    conflicts: (w) => [`stmt:${w.id}|act: 2 by NEARER_SOURCE among 1 2 ${w.id}`],
    shows: (w) => ({ [`stmt:${w.id}`]: { act: 'INFORM', standing: 'DISPUTED' } }),
  },
  {
    name: 'a denial that nothing prefers',
    sources: (w) => [
      { statements: [{ ref: `stmt:${w.id}`, speaker: w.ann, act: 'INFORM' }], by: reliable },
      {
        ...claims({ type: 'STATED', subject: w.ann, objects: [`stmt:${w.id}`], polarity: 'NEGATIVE' }),
        by: reliable,
      },
      {
        ...claims({ type: 'STATED', subject: w.ann, objects: [`stmt:${w.id}`], polarity: 'NEGATIVE' }),
        by: reliable,
      },
    ],
    conflicts: (w) => [`stmt:${w.id}|act: nothing among 2 3 1 ${w.id}`],
    shows: (w) => ({ [`stmt:${w.id}`]: { act: 'INFORM', standing: 'DISPUTED' } }),
  },
  {
    name: 'a denial by a page of which nothing is to be had, and of another statement',
    sources: (w) => [
      {
        ...claims({ type: 'STATED', subject: w.ann, objects: [`stmt:${w.id}`], polarity: 'NEGATIVE' }),
        by: { reliability: 'UNRELIABLE' },
      },
      {
        statements: [{ key: `stmt:${w.id}-b`, speaker: w.ann, act: 'INFORM', gist: 'Says something else.' }],
        ...claims({ type: 'STATED', subject: w.ann, objects: [`stmt:${w.id}-b`] }),
      },
    ],
    conflicts: (w) => [`stmt:${w.id}|act: ${w.id} by MORE_RELIABLE_DOCUMENT among 1 ${w.id}`],
    shows: (w) => ({
      [`stmt:${w.id}`]: { standing: 'ESTABLISHED' },
      [`stmt:${w.id}-b`]: { standing: 'ESTABLISHED' },
    }),
  },
  {
    name: 'a joint statement of which a source names one speaker alone',
    sources: (w) => [
      { statements: [{ ref: `stmt:${w.id}`, speakers: [w.ann, w.bob, 'country:DE'] }] },
      { statements: [{ ref: `stmt:${w.id}`, speakers: ['country:DE', w.ann] }], by: reliable },
    ],
    conflicts: () => [],
    shows: (w) => ({ [`stmt:${w.id}`]: { speakers: [w.ann, w.bob, 'country:DE'], standing: 'ESTABLISHED' } }),
  },
  {
    name: 'who made a joint statement, where nothing is preferred',
    sources: (w) => [
      { statements: [{ ref: `stmt:${w.id}`, speakers: [w.ann, w.bob] }], by: reliable },
      { statements: [{ ref: `stmt:${w.id}`, speakers: ['country:DE', w.ann] }], by: reliable },
    ],
    conflicts: (w) => [`stmt:${w.id}|speakers: nothing among 1 2`],
    shows: (w) => ({ [`stmt:${w.id}`]: { speakers: [w.ann], standing: 'DISPUTED' } }),
  },
  {
    name: 'whether one or another said it',
    sources: (w) => [{ statements: [{ ref: `stmt:${w.id}`, speaker: w.bob }], by: reliable }],
    conflicts: (w) => [`stmt:${w.id}|speakers: 1 by MORE_RELIABLE_DOCUMENT among 1 ${w.id}`],
    shows: (w) => ({ [`stmt:${w.id}`]: { speakers: [w.bob], standing: 'ESTABLISHED' } }),
  },
  {
    name: 'counts of different things, as the coder says',
    sources: (w) => [
      claims({ key: `${w.id}-n`, type: 'PARTICIPANT_COUNT', subject: w.meeting, count: count(50, 'OVER') }),
      claims({
        type: 'PARTICIPANT_COUNT',
        subject: w.meeting,
        count: count(32),
        relations: [{ type: 'DIFFERENT_MEASURE_FROM', to: `${w.id}-n` }],
      }),
    ],
    conflicts: () => [],
  },
];
