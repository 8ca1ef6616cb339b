import { filter } from '../ir/condition.ts';
import { heldOnFilter } from '../filters/holder-window.ts';
import { excludeWithdrawn } from '../filters/predicates.ts';
import { type FieldMappings } from '../ir/field.ts';
import { toMany } from '../fields/nodes.ts';
import { entityFields } from './entity.ts';
import { heldOnField } from './held-on.ts';
import { storedFieldMappings } from './stored-fields.ts';

export const placeFields: FieldMappings = { ...entityFields, ...storedFieldMappings('Place') };

export const postFields: FieldMappings = {
  ...entityFields,
  ...storedFieldMappings('Post'),
  holders: toMany({
    path: '<-[:OF_POST]-',
    filter: filter({}, heldOnFilter, excludeWithdrawn),
    order: ({ node }) => `${node}.sortTime DESC`,
  }),
  heldOn: heldOnField,
};

export const topicFields: FieldMappings = { ...entityFields, ...storedFieldMappings('Topic') };
