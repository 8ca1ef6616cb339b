import { type HoldingWindows, certaintyOn } from '../../../src/domain/time/holding-windows.ts';
import { conflicts, node, topics } from './entities.ts';
import { type Fields, inOrder, own, time, times } from './fields.ts';
import { into, onlyTo, property, sortedBy, text, to } from './graph.ts';

const fact: Fields = {
  ...node,
  ...own('version', 'standing', 'note'),
  claims: (thing) =>
    sortedBy(
      into(thing, 'SUPPORTS').filter((claim) => property(claim, 'live') === true),
      (claim) => text(claim, 'sortKey'),
    ),
  conflicts,
};

export const participation: Fields = {
  ...fact,
  ...own('role', 'status', 'mode', 'level', 'inferred'),
  actor: (thing) => onlyTo(thing, 'OF_ACTOR'),
  meeting: (thing) => onlyTo(thing, 'IN_EVENT'),
  capacity: (thing) => onlyTo(thing, 'AS_POST'),
  onBehalfOf: (thing) => onlyTo(thing, 'ON_BEHALF_OF'),
  standsInFor: (thing) => onlyTo(thing, 'STANDS_IN_FOR'),
  actedBy: (thing) => sortedBy(to(thing, 'ACTED_BY'), (acting) => text(acting, 'sortKey')),
};

export const tenure: Fields = {
  ...fact,
  ...own('status', 'acting'),
  official: (thing) => onlyTo(thing, 'HELD_BY'),
  post: (thing) => onlyTo(thing, 'OF_POST'),
  start: time('start'),
  end: time('end'),
  observedAt: times('observedAt'),
  certainty: (thing, { on }: { on: string }) => certaintyOn(thing.properties as unknown as HoldingWindows, on),
};

export const membership: Fields = {
  ...fact,
  ...own('role'),
  member: (thing) => onlyTo(thing, 'OF_MEMBER'),
  organization: (thing) => onlyTo(thing, 'IN_ORGANIZATION'),
  start: time('start'),
  end: time('end'),
};

export const statement: Fields = {
  ...fact,
  ...own('act', 'channel', 'stance', 'gist'),
  speaker: (thing) => inOrder(thing, 'MADE_BY')[0]!.to,
  speakers: (thing) => inOrder(thing, 'MADE_BY').map((link) => link.to),
  capacity: (thing) => onlyTo(thing, 'AS_POST'),
  addressee: (thing) => onlyTo(thing, 'ADDRESSED_TO'),
  occasion: (thing) => onlyTo(thing, 'ON_OCCASION'),
  topics,
  time: time('time'),
  document: (thing) => onlyTo(thing, 'IN_DOCUMENT'),
};
