import { type ServerName } from '../servers/running.ts';
import { type Variables } from '../questions/question.ts';
import { below, oneOf, randomFrom } from '../dataset/random.ts';
import { type Size } from '../dataset/size.ts';
import { bodiesIn, bodyKey, countryKey, meetingKey, officialKey } from '../dataset/blocks.ts';
import { type Shape, type TypeName, documentOf, vocabulary } from './shape.ts';

/** Beside them, for comparison: the familiar query again, after the same pause. */
export const kinds = ['aliases', 'fields', 'nesting', 'nothing'] as const;
export type Kind = (typeof kinds)[number];

/** Shapes of each kind. */
export const COLD_QUERIES = 20;

/** A query whose shape nobody has asked for before, for Chancery and for the peer. */
export interface ColdQuery {
  document: (server: ServerName) => string;
  variables: Variables;
}

/** Meetings of a series with participants and their countries: what aliases and fields are new to. */
const familiar = (fields: (type: TypeName) => string[]): Shape => {
  const shape = (type: TypeName, ...edges: Shape['edges']): Shape => ({ type, fields: fields(type), edges });
  const official = shape('Official', { edge: 'country', shape: shape('Country') });
  const participation = shape('Participation', { edge: 'actor', shape: official });
  const meeting = shape('Meeting', { edge: 'participations', shape: participation });
  return shape('Organization', { edge: 'meetings', shape: meeting });
};

const KEY = () => ['key'];

/** The query that is asked once before, so that only what is called new is. */
export const warmQuery = (size: Size): ColdQuery => ({
  document: (server) => documentOf(familiar(KEY), server),
  variables: refTo('Organization', 0, size),
});

/** The same in every run; no two are alike, but where nothing is new. */
export function coldShapes(kind: Kind, size: Size): ColdQuery[] {
  if (kind === 'nothing') return Array.from({ length: COLD_QUERIES }, () => warmQuery(size));
  const random = randomFrom(kinds.indexOf(kind) + 100);
  const unlike = new Set<string>([documentOf(familiar(KEY), 'Chancery')]);
  const found: ColdQuery[] = [];
  while (found.length < COLD_QUERIES) {
    const shape = kind === 'nesting' ? walk(random) : familiar(kind === 'fields' ? someFields(random) : KEY);
    const name = `${kind.charAt(0)}${found.length}`;
    const document = (server: ServerName) =>
      documentOf(shape, server, kind === 'aliases' ? (field) => `${name}_${field}` : undefined);
    if (unlike.has(document('Chancery'))) continue;
    unlike.add(document('Chancery'));
    found.push({ document, variables: refTo(shape.type, found.length, size) });
  }
  return found;
}

/** Some of the fields of a type, the key always among them. */
function someFields(random: () => number): (type: TypeName) => string[] {
  return (type) => ['key', ...vocabulary[type].fields.filter((field) => field !== 'key' && random() < 0.5)];
}

const ROOTS = ['Country', 'Official', 'Organization', 'Meeting'] as const;

/** From one thing along three to five edges, at the end perhaps into two directions. */
function walk(random: () => number): Shape {
  const steps = 3 + below(random, 3);
  const from = (type: TypeName, left: number): Shape => {
    const fields = vocabulary[type].fields.slice(0, 2);
    const edges = Object.entries(vocabulary[type].edges);
    if (left === 0) return { type, fields, edges: [] };
    const [edge, { to }] = oneOf(random, edges);
    const next = { edge, shape: from(to, left - 1) };
    const [other, { to: there }] = oneOf(random, edges);
    const beside = left === 1 && other !== edge ? [{ edge: other, shape: from(there, 0) }] : [];
    return { type, fields, edges: [next, ...beside] };
  };
  return from(oneOf(random, ROOTS), steps);
}

function refTo(type: TypeName, index: number, size: Size): Variables {
  switch (type) {
    case 'Country':
      return { ref: countryKey(index) };
    case 'Organization':
      return { ref: bodyKey(index % bodiesIn(size)) };
    case 'Official':
      return { ref: officialKey((index * 31) % size.officials) };
    default:
      return { ref: meetingKey((index * 31) % size.meetings) };
  }
}
