import { type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { ClientError } from '../domain/errors.ts';
import { clientAddress } from './client-address.ts';
import { type AnswerAnyone } from './graphql/answer.ts';
import { HttpError } from './graphql/errors.ts';
import { type Log } from './log.ts';
import { beginRequestLine } from './request-log.ts';
import { send, sendChunks } from './send.ts';

/** Bytes: room for an article as variables of a mutation, not for a data set. */
const MAX_BODY_BYTES = 1024 * 1024;

/** The reason of the abort. Nobody receives it, and as a ClientError it is not logged as an internal error. */
const CLIENT_DISCONNECTED = new ClientError('CLIENT_LEFT', 'The client disconnected before its response.');

/** Serves `/graphql`, `/graphql/stream` or `/export` by `answer`: all that it knows of Node's HTTP is here. */
export function answerListener({
  answer,
  log,
  proxies,
  baseUrl,
}: {
  answer: AnswerAnyone;
  log: Log;
  proxies: number;
  /** The address of this server for links that lead back. */
  baseUrl: (request: IncomingMessage) => string;
}): RequestListener {
  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const line = beginRequestLine(log, request);
    const leaving = new AbortController();
    const closed = Promise.withResolvers<void>();
    response.once('close', () => {
      if (!response.writableFinished) leaving.abort(CLIENT_DISCONNECTED);
      closed.resolve();
    });
    const { method = '', url = '', headers } = request;
    const answered = await answer(
      {
        ...{ id: line.id, method, url, headers, baseUrl: baseUrl(request) },
        address: () => clientAddress(request, proxies),
        readBody: () => readText(request),
      },
      leaving.signal,
    );
    if (!leaving.signal.aborted) {
      const { chunks, stallMs } = answered;
      if (stallMs !== undefined) {
        response.setTimeout(stallMs, () =>
          response.destroy(new Error(`The client took nothing for ${stallMs / 1_000} s.`)),
        );
      }
      if (chunks) await sendChunks(request, response, line.id, { ...answered, chunks }).catch(line.fail);
      else send(response, line.id, answered);
    }
    await closed.promise;
    line.end(response, answered);
  }

  return (request, response) => void serve(request, response);
}

/** Without the byte order mark that some clients send. */
const utf8 = new TextDecoder();

function readText(request: IncomingMessage): Promise<string> {
  const { 'content-encoding': encoding = 'identity' } = request.headers;
  if (encoding !== 'identity')
    throw new HttpError(415, `Send the body as it is, without content-encoding: ${encoding}.`);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
      else reject(new HttpError(413, 'The body is too large; at most 1 MB is read. Split it into several requests.'));
    });
    request.once('end', () => resolve(utf8.decode(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))));
    request.once('error', () => reject(CLIENT_DISCONNECTED));
  });
}
