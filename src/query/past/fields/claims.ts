import { type PastLink, type PastThing } from '../thing.ts';
import { type Past } from '../past.ts';
import { property, text } from '../values.ts';
import { node } from './entities.ts';
import { type PastFields, connection, inOrder, one, own, time } from './fields.ts';
import { type Like, isClaimLike } from '../filters.ts';
import { unknownThen } from '../unknown.ts';

/** A link with the thing it leads to. */
interface Step {
  link: PastLink;
  to: PastThing | null;
}

const steps = (past: Past, claim: PastThing, type: string): Step[] =>
  past.map(
    claim.links.filter((link) => link.type === type),
    (link) => ({ link, to: past.keyed(link.to) }),
  );

export const claim: PastFields = {
  ...node,
  ...own('type', 'value', 'text', 'polarity', 'quantifier', 'modality', 'status'),
  ...own('attributionKind', 'attributionInferred', 'independentSources', 'confidence', 'reviewState', 'note'),
  ...own('recordedAt', 'recordedBy', 'retractedAt', 'retractionReason'),
  subject: one('SUBJECT'),
  objects: inOrder('OBJECT'),
  count: (thing) => {
    const value = property(thing, 'countValue');
    const [comparator, raw] = [property(thing, 'countComparator'), property(thing, 'countRaw')];
    return value === null ? null : { value, comparator, raw };
  },
  attribution: (thing, _, past) => steps(past, thing, 'ATTRIBUTED_TO'),
  time: time('time'),
  evidence: (thing, _, past) => steps(past, thing, 'EVIDENCE'),
  supports: (thing, _, past) => past.sorted(past.to(thing, 'SUPPORTS'), (supported) => text(supported, 'sortKey')),
  relations: (thing, _, past) =>
    past.sorted(
      steps(past, thing, 'RELATES_TO'),
      ({ link }) => link.properties.type as string,
      ({ to }) => text(to!, 'sortKey'),
    ),
  corrects: one('CORRECTS'),
  correctedBy: (thing, _, past) => past.into(thing, 'CORRECTS')[0] ?? null,
};

const onLink = (...names: string[]): PastFields<Step> =>
  Object.fromEntries(names.map((name) => [name, ({ link }: Step) => link.properties[name] ?? null]));

export const attributionStep: PastFields<Step> = { agent: ({ to }) => to, ...onLink('how') };
export const evidence: PastFields<Step> = { document: ({ to }) => to, ...onLink('paragraph', 'line') };
export const claimRelation: PastFields<Step> = { claim: ({ to }) => to, ...onLink('type') };

export const anonymousSource: PastFields = {
  ...node,
  ...own('description', 'plural'),
  affiliation: one('AFFILIATED_TO'),
  toldTo: one('TOLD_TO'),
};

export const document: PastFields = {
  ...node,
  ...own('version', 'kind', 'title', 'url', 'language', 'sha256', 'reliability', 'keywords', 'note'),
  published: time('published'),
  publisher: one('PUBLISHED_BY'),
  originator: one('ORIGINATED_BY'),
  platform: one('PUBLISHED_ON'),
  authors: inOrder('AUTHORED_BY'),
  cites: inOrder('CITES'),
  counts: unknownThen('Which things a document described'),
  claimsAbout: connection((thing, { filter }, past) =>
    past.filter(past.into(thing, 'EVIDENCE'), (each) => isClaimLike(past, filter as Like, each)),
  ),
};
