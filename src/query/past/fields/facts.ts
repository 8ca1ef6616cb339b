import { type HoldingWindows, certaintyOn } from '../../../domain/tenure.ts';
import { property, text } from '../values.ts';
import { conflicts, node, topics } from './entities.ts';
import { type PastFields, one, own, time } from './fields.ts';

const fact: PastFields = {
  ...node,
  ...own('version', 'standing', 'note'),
  claims: (thing, _, past) =>
    past.sorted(
      past.into(thing, 'SUPPORTS').filter((claim) => property(claim, 'live') === true),
      (claim) => text(claim, 'sortKey'),
    ),
  conflicts,
};

export const participation: PastFields = {
  ...fact,
  ...own('role', 'status', 'mode', 'level', 'inferred'),
  actor: one('OF_ACTOR'),
  meeting: one('IN_EVENT'),
  capacity: one('AS_POST'),
  onBehalfOf: one('ON_BEHALF_OF'),
  standsInFor: one('STANDS_IN_FOR'),
};

export const tenure: PastFields = {
  ...fact,
  ...own('status', 'acting', 'observedAt'),
  official: one('HELD_BY'),
  post: one('OF_POST'),
  start: time('start'),
  end: time('end'),
  certainty: ({ properties }, { on }) => certaintyOn(properties as unknown as HoldingWindows, on as string),
};

export const membership: PastFields = {
  ...fact,
  ...own('role'),
  member: one('OF_MEMBER'),
  organization: one('IN_ORGANIZATION'),
  start: time('start'),
  end: time('end'),
};

export const statement: PastFields = {
  ...fact,
  ...own('act', 'channel', 'stance', 'gist'),
  speaker: one('MADE_BY'),
  capacity: one('AS_POST'),
  addressee: one('ADDRESSED_TO'),
  occasion: one('ON_OCCASION'),
  topics,
  time: time('time'),
  document: one('IN_DOCUMENT'),
};
