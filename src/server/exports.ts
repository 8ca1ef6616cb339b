import { type Logger } from 'pino';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { etagOf, clientHas } from './graphql/etag.ts';
import { type Answer, type AnswerAnyone } from './graphql/answer.ts';
import { authenticate } from './graphql/authenticate.ts';
import { parseWeights } from './graphql/encoding.ts';
import { HttpError, createReport, sendErrors } from './graphql/errors.ts';

/** `/export/meetings.csv`: what follows is the name of a list or a network, and of a format. */
export const EXPORT_PATH = /^\/export(?:\/([^?#/]*))?(\?|$)/i;

const ALLOWED = 'GET, HEAD';

/**
 * `/export` as a function: files of lists and networks. They may be asked for from anywhere, as links are: there are no cookies, and
 * other sites cannot read what they get.
 */
export function createExportEndpoint(
  api: Pick<Api, 'openExport' | 'version'>,
  authenticator: Authenticator,
  log: Logger,
): AnswerAnyone {
  const answer: Answer = async (request, caller, signal) => {
    const { method, url, headers, baseUrl } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      throw new HttpError(405, `The method ${method} is not allowed here. Read files by GET.`, { allow: ALLOWED });
    }
    const version = await api.version(true).catch(() => null);
    const accept = headers.accept ?? '';
    const cacheHeaders = {
      vary: 'authorization, accept, accept-encoding',
      'cache-control': headers.authorization === undefined ? 'no-cache' : 'private, no-cache',
      ...(version !== null && { etag: etagOf(`${baseUrl}${url}`, accept, version) }),
    };
    if (clientHas(headers['if-none-match'], cacheHeaders.etag)) {
      return { status: 304, headers: cacheHeaders, body: '' };
    }
    const [, path] = EXPORT_PATH.exec(url)!;
    const file = await api.openExport({
      ...{ caller, baseUrl, signal },
      accept: parseWeights(accept),
      path: decodePath(path ?? ''),
      search: new URL(url, baseUrl).searchParams,
    });
    return {
      status: 200,
      headers: {
        ...cacheHeaders,
        'content-type': `${file.mediaType}; charset=utf-8`,
        'content-disposition': `attachment; filename="${file.name}"`,
        ...(file.describedBy && { link: `<${file.describedBy}>; rel="describedby"; type="application/csvm+json"` }),
      },
      body: '',
      chunks: file.chunks,
    };
  };
  return sendErrors(createReport(log), authenticate(authenticator, log, answer), 400);
}

/** What cannot be decoded is no name that there is. */
function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
