import { type FieldMappings } from '../ir/field.ts';
import { relationshipProperty } from '../fields/property.ts';
import { relatedNode, toMany, toOne, targetNode } from '../fields/nodes.ts';
import { nodeFields } from './entity.ts';
import { storedFieldMappings } from './stored-fields.ts';

export const claimFields: FieldMappings = {
  ...nodeFields,
  ...storedFieldMappings('Claim'),
  supports: toMany({ path: '-[:SUPPORTS]->', order: ({ node }) => `${node}.sortKey` }),
  relations: toMany({
    path: '-[:RELATES_TO]->',
    bindsRelationship: true,
    order: ({ node, rel }) => `${rel}.type, ${node}.sortKey, coalesce(${rel}.slot, '')`,
  }),
  correctedBy: toOne('<-[:CORRECTS]-'),
};

/** One step in the chain from the original source to the publisher: the relationship, and the agent it leads to. */
export const attributionStepFields: FieldMappings = { agent: targetNode(), how: relationshipProperty() };

/** Where a claim is documented: the relationship, and the document it leads to. */
export const evidenceFields: FieldMappings = {
  document: targetNode(),
  paragraph: relationshipProperty(),
  line: relationshipProperty(),
};

/** How a claim relates to another: the relationship, and the claim it leads to. */
export const claimRelationFields: FieldMappings = {
  type: relationshipProperty(),
  claim: targetNode(),
  slot: relationshipProperty(),
};

/** What a claim says in one slot: the relationship, and the node that it is about. */
export const claimSlotFields: FieldMappings = {
  subject: targetNode(),
  slot: relationshipProperty(),
  value: relationshipProperty(),
  node: relatedNode('node'),
  independentSources: relationshipProperty(),
};

/** A source that is described but not named. */
export const anonymousSourceFields: FieldMappings = { ...nodeFields, ...storedFieldMappings('AnonymousSource') };
