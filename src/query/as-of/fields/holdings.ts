import { type HoldingWindows } from '../../../domain/time/holding-windows.ts';
import { type Appearance, holdingsOfPost } from '../../../domain/time/holdings-of-post.ts';
import { ParticipationStatus, Standing } from '../../../domain/vocabulary.generated.ts';
import { toPostTerm } from '../../../storage/holding-windows.ts';
import { unflattenTime } from '../../../storage/times.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfNode } from '../graph/node.ts';
import { getProperty } from '../graph/values.ts';

/** The days on which a tenure or membership was held. Those of a tenure also depend on what was known of its post. */
export function holdingOf(graph: AsOfGraph, fact: AsOfNode): HoldingWindows {
  if (fact.type !== 'Tenure') return fact.properties as unknown as HoldingWindows;
  const post = graph.outgoingOne(fact, 'OF_POST')!;
  let holdings = byPost.get(post);
  if (!holdings) byPost.set(post, (holdings = holdingsAt(graph, post)));
  return holdings.get(fact.id)!;
}

/** Nodes belong to one graph, so what is computed of a post stays with it. */
const byPost = new WeakMap<AsOfNode, Map<string, HoldingWindows>>();

function holdingsAt(graph: AsOfGraph, post: AsOfNode): Map<string, HoldingWindows> {
  const [tenures = [], appearing = []] = graph.map(['OF_POST', 'AS_POST'], (type) => graph.incoming(post, type));
  const terms = graph.map(tenures, (tenure) => toPostTerm(graph.outgoingOne(tenure, 'HELD_BY')!.id, tenure.properties));
  const officials = new Set(terms.map(({ official }) => official));
  const appearances = graph.map(appearing.filter(isAppearance), (fact) => toAppearances(graph, fact, officials)).flat();
  const holdings = holdingsOfPost(terms, appearances);
  return new Map(tenures.map(({ id }, index) => [id, holdings[index]!]));
}

function isAppearance(fact: AsOfNode): boolean {
  if (getProperty(fact, 'standing') !== Standing.ESTABLISHED) return false;
  if (fact.type === 'Statement') return true;
  return getProperty(fact, 'status') === ParticipationStatus.ATTENDED && getProperty(fact, 'inferred') !== true;
}

/** The appearance of the one among these officials who acted; a joint statement of several does not say who made it in the post. */
function toAppearances(graph: AsOfGraph, fact: AsOfNode, officials: ReadonlySet<string>): Appearance[] {
  const isStatement = fact.type === 'Statement';
  const [actors = [], events = []] = graph.map([isStatement ? 'MADE_BY' : 'OF_ACTOR', 'IN_EVENT'], (type) =>
    graph.outgoing(fact, type),
  );
  const [official, ...others] = actors.filter(({ id }) => officials.has(id));
  if (official === undefined || others.length > 0) return [];
  return [{ official: official.id, time: unflattenTime('time', (isStatement ? fact : events[0]!).properties) }];
}
