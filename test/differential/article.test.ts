import { expect, test } from '@jest/globals';
import { articleGraph } from '../support/article.ts';
import { schema } from '../support/query.ts';
import { compareRandomOperations } from './random-operations.ts';
import { isElsewhere, missingResolvers } from './reference/reference.ts';

test('the reference has a resolver for every field', () => {
  expect(missingResolvers(schema).filter((field) => !isElsewhere(field))).toEqual([]);
});

compareRandomOperations('the coded article', articleGraph);
