import { type IncomingMessage, type ServerResponse } from 'node:http';
import { type RequestHandler } from 'express';
import helmet from 'helmet';

const DENY_ALL = {
  defaultSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/**
 * The playground may load its own scripts, workers, styles and fonts, and call this server. Its editor (Monaco) sets styles from
 * script and has fonts in its style sheet, hence `unsafe-inline` for styles and `data:`.
 */
const PLAYGROUND_DIRECTIVES = {
  ...DENY_ALL,
  scriptSrc: ["'self'"],
  workerSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'", 'data:'],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
};

/** The explorer may load its own scripts, workers, styles, fonts and pictures, also such as it draws itself, and call this server. */
const EXPLORER_DIRECTIVES = {
  ...DENY_ALL,
  scriptSrc: ["'self'"],
  workerSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  connectSrc: ["'self'"],
};

/** For every response: nothing may be loaded. Strict-Transport-Security is left to the proxy that terminates TLS. */
export const securityHeaders = headersOf(
  helmet({ contentSecurityPolicy: { useDefaults: false, directives: DENY_ALL }, strictTransportSecurity: false }),
);

/** For the playground. */
export const playgroundHeaders: RequestHandler = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: PLAYGROUND_DIRECTIVES,
});

/** For the explorer. */
export const explorerHeaders: RequestHandler = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: EXPLORER_DIRECTIVES,
});

/** The headers that a handler of helmet sets: always the same, so they are computed once. */
function headersOf(handler: ReturnType<typeof helmet>): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const response = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => {},
  };
  handler({} as IncomingMessage, response as unknown as ServerResponse, () => {});
  return headers;
}
