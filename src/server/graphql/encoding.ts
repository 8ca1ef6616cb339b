import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Answer, type ReadRequest } from './answer.ts';

/** Bytes; compressing smaller responses saves nothing. */
export const MIN_COMPRESSED_BYTES = 1_024;

/** The levels that cost little time for most of the effect. */
export const LEVELS = {
  br: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  gzip: { level: constants.Z_BEST_SPEED },
};

/** The encodings, best first. */
const encoders = {
  br: (text: string) => brotli(text, LEVELS.br),
  gzip: (text: string) => gzipAsync(text, LEVELS.gzip),
};

const brotli = promisify(brotliCompress);
const gzipAsync: (text: string, options: { level: number }) => Promise<Buffer> = promisify(gzip);

type Encoding = keyof typeof encoders;

/** Compresses responses from {@link MIN_COMPRESSED_BYTES} up, if the client accepts an encoding. */
export function compress(next: Answer<ReadRequest>): Answer<ReadRequest> {
  return async (request, caller, signal) => {
    const response = await next(request, caller, signal);
    const { body } = response;
    const encoding = acceptedEncoding(request.headers['accept-encoding']);
    if (encoding === null || typeof body !== 'string' || Buffer.byteLength(body) < MIN_COMPRESSED_BYTES)
      return response;
    return {
      ...response,
      headers: { ...response.headers, 'content-encoding': encoding },
      body: exactlySized(await encoders[encoding](body)),
    };
  };
}

/** The best encoding that the header `accept-encoding` allows; null for none. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding | null {
  if (header === undefined) return null;
  const weights = parseWeights(String(header));
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0;
  const [best] = (Object.keys(encoders) as Encoding[]).sort((one, other) => weightOf(other) - weightOf(one));
  return weightOf(best!) > 0 ? best! : null;
}

/** The weights (`q`) of what a header names, such as `accept`. */
export function parseWeights(header: string): ReadonlyMap<string, number> {
  return new Map(header.toLowerCase().split(',').map(parseWeight));
}

function parseWeight(part: string): [name: string, weight: number] {
  const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
  const weight = parameters.find((each) => each.startsWith('q='))?.slice(2);
  return [name, weight === undefined ? 1 : Number(weight) || 0];
}

/** The compressors return a slice of a larger buffer, all of which one cached response would keep alive. */
function exactlySized(slice: Buffer): Buffer {
  const exact = Buffer.allocUnsafeSlow(slice.length);
  slice.copy(exact);
  return exact;
}
