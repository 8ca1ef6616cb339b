import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { MIN_COMPRESSED_BYTES, acceptedEncoding, compress } from '../../../src/server/graphql/encoding.ts';
import { askLayer } from '../../support/graphql-request.ts';

test.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['gzip', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP;q=1.0, br;q=0.5', 'gzip'],
  ['br;q=0, gzip;q=0', null],
  ['*', 'br'],
  ['br;q=0, *;q=0.1', 'gzip'],
  ['zstd', null],
])('accept-encoding %j: %j', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding);
});

describe('a response', () => {
  const answering = (body: string) => compress(() => Promise.resolve({ status: 200, headers: { a: '1' }, body }));
  const accept = (encoding: string) => ({ headers: { 'accept-encoding': encoding } });
  const long = 'ä'.repeat(MIN_COMPRESSED_BYTES / 2);

  test.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ])('from the threshold up is compressed by %s, in no more memory than its bytes', async (encoding, decompress) => {
    const { headers, body } = await askLayer(answering(long), accept(encoding));
    expect(headers).toEqual({ a: '1', 'content-encoding': encoding });
    expect(decompress(body as Buffer).toString()).toBe(long);
    expect((body as Buffer).buffer.byteLength).toBe(body.length);
  });

  test('below the threshold, or without an accepted encoding, stays as it is', async () => {
    const short = long.slice(1);
    expect(await askLayer(answering(short), accept('gzip'))).toMatchObject({ body: short, headers: { a: '1' } });
    expect(await askLayer(answering(long), {})).toMatchObject({ body: long });
  });
});
