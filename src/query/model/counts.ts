import { MONTH, VENUE_COUNTRY, YEAR, cypherStart } from '../filters/dimensions.ts';
import { countsAsPresence, cypherNotWithdrawn } from '../filters/predicates.ts';
import { returnCountryRepresented } from '../filters/representation.ts';
import { type CountedUnits, type CountsDimension, counts } from '../fields/counts.ts';
import { type FieldMappings } from '../ir/field.ts';
import { pattern } from '../statement/pattern.ts';
import { type Dimension } from '../ir/projection.ts';

/** The dimensions by which lists can be counted in groups. */

const byProperty = (name: string): Dimension => ({ value: (node) => `${node}.${name}` });

/** The node at the end of a path that leads to one at most. */
const byNode = (path: string): Dimension => ({
  node: (node, target) => `OPTIONAL MATCH ${pattern(node, path, target)} RETURN ${target} LIMIT 1`,
  isEntity: true,
});

/** The nodes at the end of a path that may lead to several, each once. */
function byEachNode(path: string): Dimension {
  return {
    node: (node, target) => `OPTIONAL MATCH ${pattern(node, path, target)} RETURN DISTINCT ${target}`,
    isEntity: true,
  };
}

/** The year or month of its start, if that is certain. */
const byStart = (length: number): CountsDimension => ({
  isTime: true,
  value: (node) => cypherStart(node, length),
});

const byPublication = (length: number): CountsDimension => ({
  isTime: true,
  value: (node) => {
    const [first, last] = ['From', 'Until'].map((end) => `left(${node}.published${end}, ${length})`);
    return `CASE WHEN ${node}.publishedExact AND ${first} = ${last} THEN ${first} END`;
  },
});

/** The country represented, if there is one. */
const byCountryRepresented: Dimension = { node: returnCountryRepresented, isEntity: true };

/** The levels of the participations in a meeting that are not withdrawn, each once. */
const byLevel: Dimension = {
  values: (meeting, target, cypher) => {
    const participation = cypher.name();
    const match = `OPTIONAL MATCH (${meeting})<-[:IN_EVENT]-(${participation}) WHERE ${cypherNotWithdrawn(participation)}`;
    return `${match} RETURN DISTINCT ${participation}.level AS ${target}`;
  },
};

/** A claim with several documents counts under each of them. */
const byDocument: Dimension = { ...byEachNode('-[:EVIDENCE]->'), isEntity: false };

const dimensions: Readonly<Record<string, CountsDimension>> = {
  YEAR: byStart(YEAR),
  MONTH: byStart(MONTH),
  KIND: byProperty('kind'),
  STATUS: byProperty('status'),
  BODY: byNode('-[:OF_BODY]->'),
  PLACE: byEachNode('-[:HELD_AT]->'),
  COUNTRY: byEachNode(VENUE_COUNTRY),
  MODE: byProperty('mode'),
  LEVEL: byLevel,
};

/** What meetings are counted by, and what that rests on beside a meeting itself. */
export const meetingDimensions = {
  dimensions,
  restsOn: ['-[:OF_BODY]->', '-[:HELD_AT]->()-[:LOCATED_IN*0..1]->', '<-[:IN_EVENT]-'],
};

export const meetingConnectionFields: FieldMappings = { counts: counts(dimensions) };

/** What participations are counted as: one actor in one meeting may have several roles, and a country several people in it. */
const participationsCounted: CountedUnits = {
  MEETINGS: (node, target) => `MATCH (${node})-[:IN_EVENT]->(${target}) RETURN ${target} LIMIT 1`,
  PRESENCES: (node, target, cypher) => {
    const [actor, meeting] = [cypher.name(), cypher.name()];
    return `MATCH (${actor})<-[:OF_ACTOR]-(${node})-[:IN_EVENT]->(${meeting}) RETURN [${actor}.id, ${meeting}.id] AS ${target} LIMIT 1`;
  },
  PARTICIPATIONS: null,
};

export const participationConnectionFields: FieldMappings = {
  counts: counts(
    {
      YEAR: byStart(YEAR),
      MONTH: byStart(MONTH),
      ACTOR: byNode('-[:OF_ACTOR]->'),
      COUNTRY: byCountryRepresented,
      BODY: byNode('-[:IN_EVENT]->()-[:OF_BODY]->'),
      ROLE: byProperty('role'),
      STATUS: byProperty('status'),
      LEVEL: byProperty('level'),
      MODE: byProperty('mode'),
    },
    { units: participationsCounted, where: countsAsPresence },
  ),
};

export const claimConnectionFields: FieldMappings = {
  counts: counts({
    TYPE: byProperty('type'),
    STATUS: byProperty('status'),
    ATTRIBUTION_KIND: byProperty('attributionKind'),
    DOCUMENT: byDocument,
    MONTH_PUBLISHED: byPublication(MONTH),
  }),
};
