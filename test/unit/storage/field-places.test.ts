import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  extendSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isObjectType,
  parse,
} from 'graphql';
import { asOfTypes } from '../../../src/query/as-of/fields/types.ts';
import { model } from '../../../src/query/model/model.ts';
import { RecordInput } from '../../../src/record/input/record-input.ts';
import { fieldsAt } from '../../../src/record/input/schema-walk.ts';
import { anonymousSourceSpec, typeSpecs } from '../../../src/record/input/type-specs.ts';
import { storedFields } from '../../../src/storage/fields.ts';
import { documentedNodes, documentedRelationships } from '../../support/graph-doc.ts';
import { schema } from '../../support/query.ts';

/**
 * A field of what sources say is written down in these places. A new field that is in only some of them fails here with the others; what
 * is derived from them (query model, as-of reader) is looked at too. `npm run generate` makes docs/dataset.schema.json.
 */
interface Places {
  schema: GraphQLSchema;
  specs: typeof typeSpecs;
  stored: typeof storedFields;
  documented: Record<string, string[]>;
}

type ListName = keyof typeof typeSpecs | 'anonymous';

const inputTypes: Record<ListName, string> = {
  ...{ countries: 'CountryInput', officials: 'OfficialInput', organizations: 'OrganizationInput', posts: 'PostInput' },
  ...{ places: 'PlaceInput', topics: 'TopicInput', documents: 'DocumentInput', developments: 'DevelopmentInput' },
  ...{ meetings: 'MeetingInput', participants: 'ParticipantInput', tenures: 'TenureInput' },
  ...{ memberships: 'MembershipInput', statements: 'StatementInput', anonymous: 'AnonymousInput' },
};

/** Where the rows of each list stand in an input. */
const zodPaths: Partial<Record<ListName, (string | number)[]>> = {
  participants: ['meetings', 0, 'participants', 0],
  anonymous: ['source', 'attribution', 0, 'anonymous'],
};

/** Fields of a row that say which row it is, or where its claim stands. */
const OF_THE_ROW = ['ref', 'key', 'paragraph', 'relations', 'participants'];
/** Fields of the API that follow from others, or that everything has. */
const FOLLOWING = ['id', 'key', 'version', 'name', 'formerIds', 'updatedAt', 'standing', 'overdue', 'certainty'];

const OUTPUT = 'its type in schema/';
const INPUT = 'its input in schema/record.graphql';
const ZOD = 'its input in src/record/input';
const SPEC = 'src/record/input/type-specs.ts';
const STORAGE = 'src/storage/fields.ts';
const DOC = 'docs/graph.md';
const MODEL = 'src/query/model';
const AS_OF = 'src/query/as-of';
const DATA_SETS = 'docs/dataset.schema.json';

/** Fields that some places rightly do not have. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // The count is what a claim says of the meeting; the API shows it with the claim.
  'Meeting.attendance': [OUTPUT, MODEL, AS_OF],
  // The first of `places`; a row may give it instead of a list of one.
  'Meeting.place': [SPEC, STORAGE, DOC],
  // Times that were planned before: derived from the claims about `time`.
  'Meeting.previousTimes': [INPUT, ZOD, SPEC, DATA_SETS],
  // Derived from the other participations in the meeting.
  'Participation.actedBy': [INPUT, ZOD, SPEC, DATA_SETS],
  'Tenure.seenAt': [OUTPUT, INPUT, ZOD, SPEC, MODEL, AS_OF, DATA_SETS],
  'Tenure.saidOver': [OUTPUT, INPUT, ZOD, SPEC, MODEL, AS_OF, DATA_SETS],
  // The first of `speakers`; a row may give it instead of a list of one.
  'Statement.speaker': [SPEC, STORAGE, DOC],
  // Participants stand inside their meeting.
  'Participation.meeting': [INPUT, ZOD, SPEC, DATA_SETS],
  // The document itself shows the membership, on the day of its publication.
  'Membership.observedAt': [INPUT, ZOD, DATA_SETS, OUTPUT, MODEL, AS_OF],
  // Described, never named in the API.
  'AnonymousSource.names': [OUTPUT, MODEL, AS_OF],
};

const dataSetSchema = JSON.parse(readFileSync('docs/dataset.schema.json', 'utf8')) as {
  definitions: Record<string, { properties?: object }>;
};

const relationshipFields = new Set(documentedRelationships().flatMap(({ fields }) => fields));

const current: Places = { schema, specs: typeSpecs, stored: storedFields, documented: documentedNodes() };

/** True for a field without arguments that is a scalar, an enum or a list of them. */
const isLeaf = (type: GraphQLObjectType, field: string) =>
  type.getFields()[field]!.args.length === 0 && isLeafType(getNamedType(type.getFields()[field]!.type));

/** `Type.field: missing in ...` for each field that not all places know. */
function missingPlaces({ schema, specs, stored, documented }: Places = current): string[] {
  return (Object.keys(inputTypes) as ListName[]).flatMap((list) => {
    const spec = list === 'anonymous' ? anonymousSourceSpec : specs[list];
    const { type } = spec;
    const output = schema.getType(type);
    const input = schema.getType(inputTypes[list]);
    if (!isObjectType(output) || !isInputObjectType(input)) throw new Error(`${type} is not in the schema`);
    const isNamed = (field: string) => field === 'names' || field === 'externalIds';
    const known: Record<string, readonly string[]> = {
      [OUTPUT]: Object.keys(output.getFields()),
      [INPUT]: Object.keys(input.getFields()),
      [ZOD]: fieldsAt(RecordInput, zodPaths[list] ?? [list, 0]),
      [SPEC]: Object.keys({ ...spec.identity, ...spec.claimed, ...spec.described }),
      [STORAGE]: [...Object.keys(stored[type]), ...Object.keys(spec.described).filter(isNamed)],
      [MODEL]: Object.keys(model.types[type]!),
      [AS_OF]: Object.keys(asOfTypes[type]!),
      [DATA_SETS]: Object.keys(dataSetSchema.definitions[inputTypes[list]]?.properties ?? {}),
    };
    const isDocumented = (field: string) =>
      isNamed(field) ||
      relationshipFields.has(`${type}.${field}`) ||
      [field, `${field}*`].some((name) => documented[type]!.includes(name));
    const shown = known[OUTPUT]!.filter(
      (field) => field in stored[type] || (isLeaf(output, field) && !FOLLOWING.includes(field)),
    );
    const fields = new Set([...shown, ...[INPUT, ZOD, SPEC, STORAGE].flatMap((place) => known[place]!)]);
    return [...fields].flatMap((field) => {
      if (OF_THE_ROW.includes(field)) return [];
      const excepted = exceptions[`${type}.${field}`] ?? [];
      const missing = [
        ...Object.entries(known).flatMap(([place, names]) => (names.includes(field) ? [] : [place])),
        ...(isDocumented(field) ? [] : [DOC]),
      ].filter((place) => !excepted.includes(place));
      return missing.length > 0 ? [`${type}.${field}: missing in ${missing.join(', ')}`] : [];
    });
  });
}

describe('a field of what sources say', () => {
  test('is known in every place', () => {
    expect(missingPlaces()).toEqual([]);
  });

  const extended = (sdl: string) => ({ ...current, schema: extendSchema(schema, parse(sdl)) });
  const derived = [MODEL, AS_OF];

  test('that only the API shows is named with all other places', () => {
    expect(missingPlaces(extended('extend type Meeting { room: String }'))).toEqual([
      `Meeting.room: missing in ${[INPUT, ZOD, SPEC, STORAGE, ...derived, DATA_SETS, DOC].join(', ')}`,
    ]);
  });

  test('that only the input has is named too', () => {
    expect(missingPlaces(extended('extend input PostInput { room: String }'))).toEqual([
      `Post.room: missing in ${[OUTPUT, ZOD, SPEC, STORAGE, ...derived, DATA_SETS, DOC].join(', ')}`,
    ]);
  });

  test('that is only specified, or only stored, is named too', () => {
    const { meetings } = typeSpecs;
    const specified = { ...typeSpecs, meetings: { ...meetings, claimed: { ...meetings.claimed, room: {} } } };
    const stored = { ...storedFields, Meeting: { ...storedFields.Meeting, room: { as: 'property' as const } } };
    const inApi = [OUTPUT, INPUT, ZOD];
    expect(missingPlaces({ ...current, specs: specified })).toEqual([
      `Meeting.room: missing in ${[...inApi, STORAGE, ...derived, DATA_SETS, DOC].join(', ')}`,
    ]);
    expect(missingPlaces({ ...current, stored })).toEqual([
      `Meeting.room: missing in ${[...inApi, SPEC, ...derived, DATA_SETS, DOC].join(', ')}`,
    ]);
  });
});
