import { type HoldingWindows, certaintyOn } from '../../../domain/time/holding-windows.ts';
import { getProperty, getString } from '../graph/values.ts';
import { asOfConflicts, asOfTopics } from './entities.ts';
import { type AsOfFields, ownProperties } from './fields.ts';

export const asOfFactFields: AsOfFields = {
  claims: (node, _, graph) =>
    graph.sorted(
      graph.incoming(node, 'SUPPORTS').filter((claim) => getProperty(claim, 'live') === true),
      (claim) => getString(claim, 'sortKey'),
    ),
  conflicts: asOfConflicts,
};

export const asOfTenureFields: AsOfFields = {
  ...asOfFactFields,
  ...ownProperties('observedAt'),
  certainty: ({ properties }, { on }) => certaintyOn(properties as unknown as HoldingWindows, on as string),
};

export const asOfStatementFields: AsOfFields = { ...asOfFactFields, topics: asOfTopics };
