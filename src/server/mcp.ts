import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { type Logger } from 'pino';
import { type Authenticator } from '../access/authenticator.ts';
import { type Api } from '../api/api.ts';
import { createMcpServer } from '../mcp/server.ts';
import { createTools } from '../mcp/tools/tools.ts';
import { type Answer, type AnswerAnyone, type ParsedRequest } from './graphql/answer.ts';
import { authenticate } from './graphql/authenticate.ts';
import { HttpError, createReport, sendErrors } from './graphql/errors.ts';
import { parseBody, readBody } from './graphql/read-body.ts';

/** `/mcp`, where clients of language models ask. */
export const MCP_PATH = /^\/mcp\/?(\?|$)/i;

/** What the transport goes by. */
const HEADERS = ['accept', 'content-type', 'mcp-protocol-version'] as const;

/**
 * The MCP server as a function: streamable HTTP without sessions or streams. Each request stands by itself, so any replica answers it,
 * and none outlives its connection.
 */
export function createMcpEndpoint(
  api: Pick<Api, 'execute' | 'schema'>,
  authenticator: Authenticator,
  log: Logger,
): AnswerAnyone {
  const report = createReport(log);
  const tools = createTools(api.schema);
  const answer: Answer<ParsedRequest> = async (request, caller, signal) => {
    const { method, url, headers, baseUrl, json } = request;
    if (method !== 'POST') {
      const message = `The method ${method} is not allowed here: there are no sessions and no streams. Send MCP messages by POST.`;
      throw new HttpError(405, message, { allow: 'POST' });
    }
    if (Array.isArray(json)) throw new HttpError(400, 'Send one message a request; batches are not answered.');
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    const server = createMcpServer(tools, {
      execute: (query) => api.execute({ ...query, caller, idempotencyKey: null, baseUrl }),
      baseUrl,
      signal,
      report: (cause) => report(cause, request),
    });
    await server.connect(transport);
    try {
      const sent = HEADERS.flatMap((name): [string, string][] => {
        const value = headers[name];
        return value === undefined ? [] : [[name, String(value)]];
      });
      const response = await transport.handleRequest(new Request(new URL(url, baseUrl), { method, headers: sent }), {
        parsedBody: json,
      });
      return {
        status: response.status,
        headers: { ...Object.fromEntries(response.headers), 'cache-control': 'no-store' },
        body: await response.text(),
      };
    } finally {
      await server.close();
    }
  };
  return sendErrors(report, authenticate(authenticator, log, readBody(parseBody(answer))), 400);
}
