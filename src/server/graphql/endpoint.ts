import { type Logger } from 'pino';
import { type Authenticator } from '../../access/authenticator.ts';
import { type Api } from '../../api/api.ts';
import { type AnswerAnyone } from './answer.ts';
import { startApollo } from './apollo.ts';
import { authenticate } from './authenticate.ts';
import { refuseCrossSite } from './csrf.ts';
import { createDocumentCache } from './document-cache.ts';
import { compress } from './encoding.ts';
import { createReport, sendErrors } from './errors.ts';
import { createExecute } from './execute.ts';
import { answerKnownDocuments } from './known-documents.ts';
import { allowMethods } from './methods.ts';
import { parseBody, readBody } from './read-body.ts';
import { type NamedDocuments, answerNamedDocuments } from './named-documents.ts';
import { redirectBrowsers } from './redirect.ts';
import { responseCache } from './response-cache.ts';

/** `/graphql` as a function. */
export interface GraphQLEndpoint {
  /** Answers any request, and never rejects. */
  answer: AnswerAnyone;
  stop: () => Promise<void>;
}

/** Of every response that does not say otherwise. */
const DEFAULT_HEADERS = { 'cache-control': 'no-store', vary: 'authorization, accept, accept-encoding' };

/** Composes the endpoint of its layers. Each is a function around the next one, and answers itself or passes the request on. */
export async function createGraphQLEndpoint(
  api: Pick<Api, 'schema' | 'execute' | 'version'>,
  authenticator: Authenticator,
  log: Logger,
  named: NamedDocuments = new Map(),
): Promise<GraphQLEndpoint> {
  const report = createReport(log);
  const documents = createDocumentCache();
  const execute = createExecute(api, report);
  const apollo = await startApollo(api.schema, { documents, log, report });

  // From the inside out.
  const executed = parseBody(answerNamedDocuments(named, answerKnownDocuments({ documents, execute }, apollo.answer)));
  const cached = responseCache((fresh) => api.version(fresh), compress(executed));
  const authenticated = authenticate(authenticator, log, refuseCrossSite(readBody(cached)));
  const answer = sendErrors(report, allowMethods(redirectBrowsers(authenticated)));
  return {
    answer: async (request, signal) => {
      const response = await answer(request, signal);
      return { ...response, headers: { ...DEFAULT_HEADERS, ...response.headers } };
    },
    stop: () => apollo.stop(),
  };
}
