import { filter } from '../ir/condition.ts';
import { heldOnFilter } from '../filters/holder-window.ts';
import { excludeWithdrawn } from '../filters/predicates.ts';
import { type FieldMappings } from '../ir/field.ts';
import { property } from '../fields/property.ts';
import { toMany, toOne } from '../fields/nodes.ts';
import { entityFields } from './entity.ts';
import { heldOnField } from './held-on.ts';

export const placeFields: FieldMappings = {
  ...entityFields,
  kind: property(),
  latitude: property(),
  longitude: property(),
  country: toOne('-[:LOCATED_IN]->'),
  within: toOne('-[:WITHIN]->'),
  operatedBy: toOne('-[:OPERATED_BY]->'),
};

export const postFields: FieldMappings = {
  ...entityFields,
  country: toOne('-[:POST_OF]->(:Country)'),
  organization: toOne('-[:POST_OF]->(:Organization)'),
  level: property(),
  portfolio: property(),
  holders: toMany({
    path: '<-[:OF_POST]-',
    filter: filter({}, heldOnFilter, excludeWithdrawn),
    order: ({ node }) => `${node}.sortTime DESC`,
  }),
  heldOn: heldOnField,
};

export const topicFields: FieldMappings = { ...entityFields, broader: toOne('-[:BROADER]->') };
