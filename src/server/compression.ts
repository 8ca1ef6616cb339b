import compression from 'compression';
import { type Request, type RequestHandler } from 'express';
import { constants } from 'node:zlib';
import { captureResponse } from './response-cache.ts';

/** Bytes; answers smaller than this are sent as they are: compressing them costs more than it saves. */
const COMPRESSION_THRESHOLD = 16_384;

/** Compresses what is worth it, for who reads it. */
export const compress = compression({ threshold: COMPRESSION_THRESHOLD, level: constants.Z_BEST_SPEED });

/** The same, where answers are kept: compressed as they are sent. */
export const compressAndCapture: RequestHandler = (request, response, next) => {
  captureResponse(response);
  compress(request, response, next);
};

/** Whether {@link compress} leaves an answer of so many bytes alone. */
export function isIdentityEncoded({ headers }: Request, bytes: number): boolean {
  return bytes < COMPRESSION_THRESHOLD || headers['accept-encoding'] === undefined;
}
