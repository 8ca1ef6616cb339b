import { MAX_JSON_NESTING, isJsonNestedTooDeep } from '../../api/json-nesting.ts';
import { type Answer, type ParsedRequest, type ReadRequest } from './answer.ts';
import { HttpError } from './errors.ts';

/** Reads the body of a POST, which the layers inside have at hand. */
export function readBody(next: Answer<ReadRequest>): Answer {
  return async (request, caller, signal) => {
    const body = request.method === 'POST' ? await request.readBody() : '';
    return next({ ...request, body }, caller, signal);
  };
}

/** Parses the body of a POST as JSON. */
export function parseBody(next: Answer<ParsedRequest>): Answer<ReadRequest> {
  return async (request, caller, signal) =>
    next({ ...request, json: request.method === 'POST' ? parseJson(request.body) : undefined }, caller, signal);
}

function parseJson(text: string): unknown {
  if (isJsonNestedTooDeep(text)) {
    throw new HttpError(
      400,
      `The body is nested too deep; at most ${MAX_JSON_NESTING} levels of lists and objects are allowed.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpError(
      400,
      'The body is not valid JSON. Send {"query": "...", "variables": {...}} as application/json.',
    );
  }
}
