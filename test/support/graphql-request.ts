import { ANONYMOUS } from '../../src/access/caller.ts';
import { type Answer, type GraphQLRequest, type GraphQLResponse } from '../../src/server/graphql/answer.ts';

/** What a test says of a request; the body as an object, or as it is. */
export interface Asked {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
  body?: object | string;
}

/** A request to `/graphql` as the server's functions take it: by default a POST of JSON. */
export function graphqlRequest({ method = 'POST', url = '/graphql', headers, body = '' }: Asked = {}): GraphQLRequest {
  return {
    id: 'an-id',
    baseUrl: 'http://localhost:4000',
    method,
    url,
    headers: { ...(method === 'POST' && { 'content-type': 'application/json' }), ...headers },
    address: () => '192.0.2.1',
    readBody: () => Promise.resolve(typeof body === 'string' ? body : JSON.stringify(body)),
  };
}

/** Asks one layer, whose body is read and parsed already. */
export function askLayer<Request extends GraphQLRequest>(
  answer: Answer<Request>,
  asked: Asked,
  signal = new AbortController().signal,
): Promise<GraphQLResponse> {
  const { body = '' } = asked;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const request = { ...graphqlRequest(asked), body: text, json: typeof body === 'string' ? undefined : body };
  return answer(request as unknown as Request, ANONYMOUS, signal);
}
