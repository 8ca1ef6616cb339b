import { counts } from '../fields/counts.ts';
import { type Mappings } from '../fields/mapping.ts';
import { hop } from '../statement/path.ts';
import { type Dimension } from '../statement/selection.ts';

/** By what lists can be counted in groups. */

const property = (name: string): Dimension => ({ value: (node) => `${node}.${name}` });

/** The thing at the end of a path, of which there is one at most. */
const thing = (path: string): Dimension => ({
  thing: (node, there) => `OPTIONAL MATCH ${hop(node, path, there)} RETURN ${there} LIMIT 1`,
  isEntity: true,
});

/** As many letters of a day tell its year, or its month. */
const [YEAR, MONTH] = ['2024'.length, '2024-03'.length];

/**
 * The year or month in which it began, where that is certain. `sortTime` begins with the first and the last day on which it
 * can have begun; an unknown one is no day.
 */
const begun = (letters: number): Dimension => ({
  value: (node) => {
    const first = `left(${node}.sortTime, ${letters})`;
    const last = `substring(${node}.sortTime, ${'2024-03-01|'.length}, ${letters})`;
    return `CASE WHEN ${node}.timeExact AND ${first} = ${last} THEN ${first} END`;
  },
});

const published = (letters: number): Dimension => ({
  value: (node) => {
    const [first, last] = ['From', 'Until'].map((end) => `left(${node}.published${end}, ${letters})`);
    return `CASE WHEN ${node}.publishedExact AND ${first} = ${last} THEN ${first} END`;
  },
});

/** The country represented: itself, or that of the person or body for whom the seat was, which may have none. */
const countryRepresented: Dimension = {
  thing: (node, there, use) => {
    const [behalf, actor, represented, country] = [use.name(), use.name(), use.name(), use.name()];
    return [
      `OPTIONAL MATCH (${node})-[:ON_BEHALF_OF]->(${behalf})`,
      `OPTIONAL MATCH (${node})-[:OF_ACTOR]->(${actor})`,
      `WITH coalesce(${behalf}, ${actor}) AS ${represented}`,
      `OPTIONAL MATCH (${represented})-[:SERVES|OF_COUNTRY]->(${country})`,
      `RETURN CASE WHEN ${represented}:Country THEN ${represented} ELSE ${country} END AS ${there} LIMIT 1`,
    ].join(' ');
  },
  isEntity: true,
};

/** A claim may stand in several documents: it counts under each. */
const documents: Dimension = {
  thing: (node, there) => `OPTIONAL MATCH (${node})-[:EVIDENCE]->(${there}) RETURN DISTINCT ${there}`,
  isEntity: false,
};

export const meetingConnection: Mappings = {
  counts: counts({
    YEAR: begun(YEAR),
    MONTH: begun(MONTH),
    KIND: property('kind'),
    STATUS: property('status'),
    BODY: thing('-[:OF_BODY]->'),
    PLACE: thing('-[:HELD_AT]->'),
    COUNTRY: thing('-[:HELD_AT]->()-[:LOCATED_IN]->'),
    MODE: property('mode'),
  }),
};

export const participationConnection: Mappings = {
  counts: counts({
    YEAR: begun(YEAR),
    MONTH: begun(MONTH),
    ACTOR: thing('-[:OF_ACTOR]->'),
    COUNTRY: countryRepresented,
    BODY: thing('-[:IN_EVENT]->()-[:OF_BODY]->'),
    ROLE: property('role'),
    STATUS: property('status'),
    LEVEL: property('level'),
    MODE: property('mode'),
  }),
};

export const claimConnection: Mappings = {
  counts: counts({
    TYPE: property('type'),
    STATUS: property('status'),
    ATTRIBUTION_KIND: property('attributionKind'),
    DOCUMENT: documents,
    MONTH_PUBLISHED: published(MONTH),
  }),
};
