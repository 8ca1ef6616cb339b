import compression from 'compression';
import { type Request, type RequestHandler } from 'express';
import { constants } from 'node:zlib';
import { captureResponse } from './response-cache.ts';

/** Bytes; compressing smaller responses costs more than it saves. */
const COMPRESSION_THRESHOLD = 16_384;

/** Compresses large responses, if the client accepts an encoding. */
export const compress = compression({ threshold: COMPRESSION_THRESHOLD, level: constants.Z_BEST_SPEED });

/** The same for responses that may be cached: the cache stores them compressed. */
export const compressAndCapture: RequestHandler = (request, response, next) => {
  captureResponse(response);
  compress(request, response, next);
};

/** Whether {@link compress} sends a response of this size uncompressed. */
export function isIdentityEncoded({ headers }: Request, bytes: number): boolean {
  return bytes < COMPRESSION_THRESHOLD || headers['accept-encoding'] === undefined;
}
