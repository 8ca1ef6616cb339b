import { node } from './entities.ts';
import { type Fields, inOrder, own, time } from './fields.ts';
import {
  type Graph,
  type Link,
  type Thing,
  linksFrom,
  onlyInto,
  onlyTo,
  property,
  sortedBy,
  text,
  to,
} from './graph.ts';

export const claim: Fields = {
  ...node,
  ...own('type', 'value', 'text', 'polarity', 'quantifier', 'modality', 'status'),
  ...own('attributionKind', 'attributionInferred', 'independentSources', 'confidence', 'reviewState', 'note'),
  ...own('recordedAt', 'recordedBy', 'retractedAt', 'retractionReason'),
  subject: (thing) => onlyTo(thing, 'SUBJECT'),
  objects: (thing) => inOrder(thing, 'OBJECT').map((link) => link.to),
  count: (thing) => {
    const value = property(thing, 'countValue');
    return value === null
      ? null
      : { value, comparator: property(thing, 'countComparator'), raw: property(thing, 'countRaw') };
  },
  attribution: (thing) => inOrder(thing, 'ATTRIBUTED_TO'),
  time: time('time'),
  evidence: (thing) => inOrder(thing, 'EVIDENCE'),
  supports: (thing) => sortedBy(to(thing, 'SUPPORTS'), (supported) => text(supported, 'sortKey')),
  relations: (thing) =>
    sortedBy(
      linksFrom(thing, 'RELATES_TO'),
      ({ properties }) => properties.type as string,
      (link) => text(link.to, 'sortKey'),
      ({ properties }) => (properties.slot ?? '') as string,
    ),
  says: (thing) => inOrder(thing, 'SAYS'),
  corrects: (thing) => onlyTo(thing, 'CORRECTS'),
  correctedBy: (thing) => onlyInto(thing, 'CORRECTS'),
};

const onLink = (...names: string[]): Fields<Link> =>
  Object.fromEntries(names.map((name) => [name, ({ properties }: Link) => properties[name] ?? null]));

export const attributionStep: Fields<Link> = { agent: (link) => link.to, ...onLink('how') };
export const evidence: Fields<Link> = { document: (link) => link.to, ...onLink('paragraph', 'line') };
export const claimRelation: Fields<Link> = { claim: (link) => link.to, ...onLink('type', 'slot') };
export const claimSlot: Fields<Link> = {
  subject: (link) => link.to,
  node: ({ properties: { node } }, _, graph) => (typeof node === 'string' ? graph.withId(node) : null),
  ...onLink('slot', 'value', 'independentSources'),
};

/** A plan is the claim itself: what became of it is stored, or told by the day. */
export const planOutcome: Fields = {
  plan: (plan) => plan,
  outcome: (plan, _, graph) => outcomeOf(graph, plan),
  confirming: (plan) => sortedBy(to(plan, 'CONFIRMED_BY'), (teller) => text(teller, 'sortKey')),
  contradicting: (plan) => sortedBy(to(plan, 'CONTRADICTED_BY'), (teller) => text(teller, 'sortKey')),
};

export function outcomeOf(graph: Graph, plan: Thing): unknown {
  const due = property(plan, 'dueUntil');
  return property(plan, 'planOutcome') ?? (due !== null && (due as string) < graph.today ? 'OVERDUE' : 'OPEN');
}

export const anonymousSource: Fields = {
  ...node,
  ...own('description', 'plural'),
  affiliation: (thing) => onlyTo(thing, 'AFFILIATED_TO'),
  toldTo: (thing) => onlyTo(thing, 'TOLD_TO'),
};
