import { certaintyOn } from '../../../domain/time/holding-windows.ts';
import { getProperty, getString } from '../graph/values.ts';
import { asOfConflicts, asOfNodeFields, asOfTopics } from './entities.ts';
import { type AsOfFields, ownProperties } from './fields.ts';
import { holdingOf } from './holdings.ts';
import { storedAsOfFields } from './stored-fields.ts';

const factFields: AsOfFields = {
  ...asOfNodeFields,
  ...ownProperties('version', 'standing'),
  claims: (node, _, graph) =>
    graph.sorted(
      graph.incoming(node, 'SUPPORTS').filter((claim) => getProperty(claim, 'live') === true),
      (claim) => getString(claim, 'sortKey'),
    ),
  conflicts: asOfConflicts,
};

export const asOfParticipationFields: AsOfFields = {
  ...factFields,
  ...storedAsOfFields('Participation'),
  actedBy: (node, _, graph) => graph.sorted(graph.outgoing(node, 'ACTED_BY'), (acting) => getString(acting, 'sortKey')),
};

export const asOfTenureFields: AsOfFields = {
  ...factFields,
  ...storedAsOfFields('Tenure'),
  certainty: (tenure, { on }, graph) => certaintyOn(holdingOf(graph, tenure), on as string),
};

export const asOfMembershipFields: AsOfFields = { ...factFields, ...storedAsOfFields('Membership') };

export const asOfStatementFields: AsOfFields = {
  ...factFields,
  ...storedAsOfFields('Statement'),
  speaker: (statement, _, graph) => graph.outgoingOne(statement, 'MADE_BY'),
  topics: asOfTopics,
};
