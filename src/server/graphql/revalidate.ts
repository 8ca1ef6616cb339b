import { type Answer, type GraphQLRequest } from './answer.ts';
import { HttpError } from './errors.ts';
import { clientHas, etagOf } from './etag.ts';

/**
 * Around what can only be read, by GET or HEAD: who has it already is told so (304), and caches have to ask whether it is still right.
 *
 * @param what Its name in a message to who sends another method: `files`.
 * @param vary The headers that it depends on.
 * @param stateOf What it depends on beside its address; null while that is not known, when it has no validator.
 */
export function revalidate<Request extends GraphQLRequest>(
  { what, vary, stateOf }: { what: string; vary: string; stateOf: (request: Request) => Promise<string | null> },
  next: Answer<Request>,
): Answer<Request> {
  return async (request, caller, signal) => {
    const { method, url, headers, baseUrl } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      throw new HttpError(405, `The method ${method} is not allowed here. Read ${what} by GET.`, {
        allow: 'GET, HEAD',
      });
    }
    const state = await stateOf(request);
    const cacheHeaders = {
      vary,
      'cache-control': headers.authorization === undefined ? 'no-cache' : 'private, no-cache',
      ...(state !== null && { etag: etagOf(`${baseUrl}${url}`, state) }),
    };
    if (clientHas(headers['if-none-match'], cacheHeaders.etag)) return { status: 304, headers: cacheHeaders, body: '' };
    const response = await next(request, caller, signal);
    return { ...response, headers: { ...cacheHeaders, ...response.headers } };
  };
}
