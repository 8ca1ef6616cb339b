import neo4j, { type Driver, type Plan, type ProfiledPlan } from 'neo4j-driver';
import { testAddress } from './database.ts';

/** One operator of a plan, with those it takes its rows from. */
interface Operator {
  name: string;
  details: string;
  sources: Operator[];
}

/** Asks the database how it would run statements, or how much of the graph it looks at when it does. */
export function planner(): {
  planOf(cypher: string): Promise<Operator>;
  hitsOf(cypher: string, parameters: Record<string, unknown>): Promise<number>;
  close(): Promise<void>;
} {
  const { uri, username, password } = testAddress();
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  return {
    planOf: async (cypher) => {
      const { summary } = await driver.executeQuery(`EXPLAIN ${cypher}`, parametersIn(cypher));
      return operator(summary.plan as Plan);
    },
    hitsOf: async (cypher, parameters) => {
      const { summary } = await driver.executeQuery(`PROFILE ${cypher}`, parameters);
      return hitsIn(summary.profile as ProfiledPlan);
    },
    close: () => driver.close(),
  };
}

/** All operators of a plan. */
export function operatorsOf(plan: Operator): Operator[] {
  return [plan, ...plan.sources.flatMap(operatorsOf)];
}

/**
 * What reads a whole label, or everything. Scans of a relationship type do not count: in a graph where there are three of
 * it, that is the quickest way, and the planner thinks again when there are more.
 */
export function scansIn(plan: Operator): string[] {
  return operatorsOf(plan)
    .filter(({ name }) => /^(AllNodesScan|.*NodeByLabels?Scan)/.test(name))
    .map(({ name, details }) => `${name} ${details}`);
}

/** The indexes that a plan reads: `Meeting(sortTime)`. */
export function indexesIn(plan: Operator): string[] {
  return operatorsOf(plan)
    .filter(({ name }) => name.includes('Index'))
    .flatMap(({ details }) => [...details.matchAll(/:(\w+\([\w, ]+\))/g)].map(([, index]) => index!));
}

/** How many of the lists that a plan collects for each row are limited before they are collected. */
export function limitedListsIn(plan: Operator): number {
  const lists = operatorsOf(plan).filter(({ name }) => name === 'RollUpApply');
  return lists.filter(({ sources }) => isLimited(sources[1]!)).length;
}

function isLimited({ name, details, sources }: Operator): boolean {
  if (/^(Top|PartialTop|Limit)/.test(name) && !/(^| )1$/.test(details)) return true;
  // What is below an Apply's second source is run per row; the limit of the list itself is on the way to the first.
  return sources[0] !== undefined && isLimited(sources[0]);
}

const hitsIn = ({ dbHits, children }: ProfiledPlan): number =>
  children.reduce((sum, child) => sum + hitsIn(child), dbHits);

function operator({ operatorType, arguments: { Details }, children }: Plan): Operator {
  return {
    name: operatorType.replace(/@.*/, ''),
    details: String(Details ?? ''),
    sources: children.map(operator),
  };
}

/** EXPLAIN wants a value for each parameter, but does not look at it. */
function parametersIn(cypher: string): Record<string, null> {
  return Object.fromEntries([...cypher.matchAll(/\$(p\d+)/g)].map(([, name]) => [name!, null] as const));
}
