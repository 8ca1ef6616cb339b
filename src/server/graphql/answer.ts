import { type IncomingHttpHeaders } from 'node:http';
import { type Caller } from '../../access/caller.ts';

/** A request to `/graphql` or `/export`, independent of the web framework. */
export interface GraphQLRequest {
  /** The correlation id: in the log, in masked errors, and sent as `x-request-id`. */
  id: string;
  method: string;
  /** The path with the query string. */
  url: string;
  headers: IncomingHttpHeaders;
  /** The address of this server as the client knows it, without a slash at the end: `https://example.org`. */
  baseUrl: string;
  /** The client's IP address, for rate limiting. */
  address: () => string;
  /** Whether a page of another site sent it that may (cors.ts). */
  isFromAllowedOrigin?: boolean;
  /** Reads the body; called at most once, and only for callers who may ask. */
  readBody: () => Promise<string>;
}

/** A request whose body has been read; '' for a GET. */
export type ReadRequest = GraphQLRequest & { body: string };

/** A request whose body has been parsed; undefined for a GET. */
export type ParsedRequest = ReadRequest & { json: unknown };

/** What is sent, and what the log says of it. */
export interface GraphQLResponse {
  status: number;
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  body: string | Buffer;
  /** In the place of the body: text that is sent as it is made. An error in it breaks the connection off. */
  chunks?: AsyncIterable<string>;
  /** Of chunks without an end: a client that takes nothing for this time, in milliseconds, is dropped. */
  stallMs?: number;
  /** True for a response without errors that depends only on the request and the graph, not on the caller. */
  isCacheable?: boolean;
  /** The name of the GraphQL operation. */
  operation?: string | undefined;
  /** The name of the caller's key, or of the token. */
  caller?: string;
  /** `hit` for a response from the response cache. */
  cache?: 'hit';
}

/** Answers a request. A {@link ClientError} that it rejects with is sent. The signal aborts when the client disconnects. */
export type Answer<Request = GraphQLRequest> = (
  request: Request,
  caller: Caller,
  signal: AbortSignal,
) => Promise<GraphQLResponse>;

/** The same before it is known who asks. */
export type AnswerAnyone = (request: GraphQLRequest, signal: AbortSignal) => Promise<GraphQLResponse>;
