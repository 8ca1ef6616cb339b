import { type Logger } from 'pino';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { type Answer, type AnswerAnyone, type GraphQLRequest } from './graphql/answer.ts';
import { authenticate } from './graphql/authenticate.ts';
import { parseWeights } from './graphql/encoding.ts';
import { createReport, sendErrors } from './graphql/errors.ts';
import { revalidate } from './graphql/revalidate.ts';

/** `/export/meetings.csv`: what follows is the name of a list or a network, and of a format. */
export const EXPORT_PATH = /^\/export(?:\/([^?#/]*))?(\?|$)/i;

/**
 * `/export` as a function: files of lists and networks. They may be asked for from anywhere, as links are: there are no cookies, and
 * other sites cannot read what they get.
 */
export function createExportEndpoint(
  api: Pick<Api, 'openExport' | 'version'>,
  authenticator: Authenticator,
  log: Logger,
): AnswerAnyone {
  const answer: Answer = async ({ url, headers, baseUrl }, caller, signal) => {
    const [, path] = EXPORT_PATH.exec(url)!;
    const file = await api.openExport({
      ...{ caller, baseUrl, signal },
      accept: parseWeights(headers.accept ?? ''),
      path: decodePath(path ?? ''),
      search: new URL(url, baseUrl).searchParams,
    });
    return {
      status: 200,
      headers: {
        'content-type': `${file.mediaType}; charset=utf-8`,
        'content-disposition': `attachment; filename="${file.name}"`,
        ...(file.describedBy && { link: `<${file.describedBy}>; rel="describedby"; type="application/csvm+json"` }),
      },
      body: '',
      chunks: file.chunks,
    };
  };
  /** Of one address, `accept` can decide on the format. */
  const stateOf = async ({ headers }: GraphQLRequest) => {
    const version = await api.version(true).catch(() => null);
    return version && `${headers.accept ?? ''}\n${version}`;
  };
  const read = revalidate({ what: 'files', vary: 'authorization, accept, accept-encoding', stateOf }, answer);
  return sendErrors(createReport(log), authenticate(authenticator, log, read), 400);
}

/** What cannot be decoded is no name that there is. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
