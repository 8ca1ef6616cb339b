import { describe, expect, test } from '@jest/globals';
import { extendSchema, parse } from 'graphql';
import { validateModel } from '../../../src/query/model/validate-model.ts';
import { model, createModel } from '../../../src/query/model/model.ts';
import { schema } from '../../support/query.ts';

const extended = (sdl: string) => extendSchema(schema, parse(sdl));
const without = (type: string, field: string) => {
  const rest = Object.entries(model.types[type]!).filter(([name]) => name !== field);
  return createModel({ ...model.types, [type]: Object.fromEntries(rest) }, model.valueTypes);
};

describe('the schema and the model are compared', () => {
  test('and agree', () => {
    expect(() => validateModel(schema, model)).not.toThrow();
  });

  test.each([
    [
      'a field that the model lacks',
      'extend type Meeting { room: String }',
      'Meeting.room is in the schema, but not in the model',
    ],
    [
      'an argument that the model does not read',
      'extend input MeetingFilter { room: String }',
      'Query.meetings, MeetingFilter: the field room is in the schema, but not in the model',
    ],
    [
      'a field of a connection that the model lacks',
      'extend type CountryConnection { area: Float }',
      'CountryConnection.area is in the schema, but not in the model',
    ],
    [
      'something to count by that the model lacks',
      'extend enum ClaimDimension { WEATHER }',
      'ClaimConnection.counts counts WEATHER, which the model does not map',
    ],
    ['a type that the model lacks', 'type Room { name: String }', 'Room is a type of the schema, but not in the model'],
    [
      'a default that the model does not apply',
      'extend input StatementFilter { acts2: [SpeechAct!] = [DENY] }',
      'Query.statements: the defaults of StatementFilter are {"acts2":["DENY"]} in the schema, but {} in the model',
    ],
  ])('so that %s is found at the start', (_, sdl, problem) => {
    expect(() => validateModel(extended(sdl), model)).toThrow(problem);
  });

  test('and a field that only the model has is found too', () => {
    const more = createModel(
      { ...model.types, Topic: { ...model.types.Topic, parts: model.types.Meeting!.parts! } },
      model.valueTypes,
    );
    expect(() => validateModel(schema, more)).toThrow('Topic.parts is in the model, but not in the schema');
  });

  test('and a meaning that does not fit the type', () => {
    const odd = createModel(
      { ...model.types, Topic: { ...model.types.Topic, broader: model.types.Meeting!.parts! } },
      model.valueTypes,
    );
    expect(() => validateModel(schema, odd)).toThrow(
      'Topic.broader is mapped to a list of nodes, but its type is not [X!] (Topic)',
    );
  });

  test('all at once', () => {
    const message = () => validateModel(extended('extend type Meeting { room: String }'), without('Country', 'posts'));
    expect(message).toThrow(/Country\.posts[^]*Meeting\.room|Meeting\.room[^]*Country\.posts/);
  });
});
