import { type DocumentNode, GraphQLError, type GraphQLSchema, specifiedRules, validate } from 'graphql';
import { type ErrorCode } from '../domain/error-codes.ts';
import { inputLimitsRule } from '../query/limits/literals.ts';
import { limitsRule } from './limits.ts';

/** Says what is wrong with a document; an empty list for one that may be executed. */
export type DocumentValidator = (document: DocumentNode) => readonly GraphQLError[];

/**
 * Validates documents, each once. The limits come first: some rules of the specification compare fields in pairs, which takes seconds
 * for a document that is made for it.
 */
export function createDocumentValidator(schema: GraphQLSchema): DocumentValidator {
  const known = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return (document) => {
    let errors = known.get(document);
    if (!errors) {
      errors = validate(schema, document, [limitsRule]);
      if (errors.length === 0) errors = validate(schema, document, [...specifiedRules, inputLimitsRule]);
      known.set(document, (errors = tellOnce(errors.map(withCode))));
    }
    return errors;
  };
}

/** The code that Apollo Server gives to errors of validation, where the error has none of its own. */
function withCode(error: GraphQLError): GraphQLError {
  if (error.extensions.code !== undefined) return error;
  const { message, nodes, source, positions } = error;
  const code: ErrorCode = 'GRAPHQL_VALIDATION_FAILED';
  return new GraphQLError(message, { nodes, source, positions, extensions: { ...error.extensions, code } });
}

/** Of one mistake that is made in many places, so many are named. */
const NAMED_PLACES = 10;

/** Tells the same mistake once, with its places: a short document that makes it a hundred times gets a short answer. */
const tellOnce = (errors: readonly GraphQLError[]): readonly GraphQLError[] =>
  [...Map.groupBy(errors, ({ message }) => message).values()].map((alike) => {
    const [first] = alike as [GraphQLError];
    const nodes = alike.flatMap(({ nodes = [] }) => nodes).slice(0, NAMED_PLACES);
    return alike.length === 1 ? first : new GraphQLError(first.message, { nodes, extensions: first.extensions });
  });
