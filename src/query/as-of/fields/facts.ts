import { type HoldingWindows, certaintyOn } from '../../../domain/time/holding-windows.ts';
import { getProperty, getString } from '../graph/values.ts';
import { asOfConflicts, asOfNodeFields, asOfTopics } from './entities.ts';
import { type AsOfFields, relatedNode, ownProperties, timeField, timesField } from './fields.ts';

const factFields: AsOfFields = {
  ...asOfNodeFields,
  ...ownProperties('version', 'standing', 'note'),
  claims: (node, _, graph) =>
    graph.sorted(
      graph.incoming(node, 'SUPPORTS').filter((claim) => getProperty(claim, 'live') === true),
      (claim) => getString(claim, 'sortKey'),
    ),
  conflicts: asOfConflicts,
};

export const asOfParticipationFields: AsOfFields = {
  ...factFields,
  ...ownProperties('role', 'status', 'mode', 'level', 'inferred'),
  actor: relatedNode('OF_ACTOR'),
  meeting: relatedNode('IN_EVENT'),
  capacity: relatedNode('AS_POST'),
  onBehalfOf: relatedNode('ON_BEHALF_OF'),
  standsInFor: relatedNode('STANDS_IN_FOR'),
};

export const asOfTenureFields: AsOfFields = {
  ...factFields,
  ...ownProperties('status', 'acting'),
  observedAt: timesField('observedAt'),
  official: relatedNode('HELD_BY'),
  post: relatedNode('OF_POST'),
  start: timeField('start'),
  end: timeField('end'),
  certainty: ({ properties }, { on }) => certaintyOn(properties as unknown as HoldingWindows, on as string),
};

export const asOfMembershipFields: AsOfFields = {
  ...factFields,
  ...ownProperties('role'),
  member: relatedNode('OF_MEMBER'),
  organization: relatedNode('IN_ORGANIZATION'),
  start: timeField('start'),
  end: timeField('end'),
};

export const asOfStatementFields: AsOfFields = {
  ...factFields,
  ...ownProperties('act', 'channel', 'stance', 'gist'),
  speaker: relatedNode('MADE_BY'),
  capacity: relatedNode('AS_POST'),
  addressee: relatedNode('ADDRESSED_TO'),
  occasion: relatedNode('ON_OCCASION'),
  topics: asOfTopics,
  time: timeField('time'),
  document: relatedNode('IN_DOCUMENT'),
};
