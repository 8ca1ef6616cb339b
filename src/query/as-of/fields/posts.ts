import { bestCertainty } from '../../../domain/time/holding-windows.ts';
import { type AsOfGraph } from '../graph/graph.ts';
import { type AsOfNode } from '../graph/node.ts';
import { getString } from '../graph/values.ts';
import { asOfEntityFields, factsHeld } from './entities.ts';
import { type AsOfFields } from './fields.ts';
import { holdingOf } from './holdings.ts';
import { storedAsOfFields } from './stored-fields.ts';

/** A post and the day for which its holders are asked. */
interface AsOfHolding {
  post: AsOfNode;
  date: unknown;
}

const byTime = (fact: AsOfNode): string => getString(fact, 'sortTime');

const getTenures = ({ post, date }: AsOfHolding, graph: AsOfGraph): AsOfNode[] =>
  graph.sorted(factsHeld(graph, graph.incoming(post, 'OF_POST'), { on: date }), byTime).reverse();

export const asOfHoldingFields: AsOfFields<AsOfHolding> = {
  tenures: (holding, _, graph) => getTenures(holding, graph),
  certainty: (holding, _, graph) =>
    bestCertainty(
      graph.map(getTenures(holding, graph), (tenure) => holdingOf(graph, tenure)),
      holding.date as string,
    ),
};

export const asOfPostFields: AsOfFields = {
  ...asOfEntityFields,
  ...storedAsOfFields('Post'),
  heldOn: (node, { date }): AsOfHolding => ({ post: node, date }),
  holders: (node, holding, graph) =>
    graph.sorted(factsHeld(graph, graph.incoming(node, 'OF_POST'), holding), byTime).reverse(),
};

export const asOfPlaceFields: AsOfFields = { ...asOfEntityFields, ...storedAsOfFields('Place') };

export const asOfTopicFields: AsOfFields = { ...asOfEntityFields, ...storedAsOfFields('Topic') };
