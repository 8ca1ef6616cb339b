import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { normalizeAddress } from '../../../src/domain/identity/web-address.ts';

const PAGE = 'https://example.org/News/page?id=7&lang=en';

describe('addresses of one page', () => {
  test.each([
    'http://example.org/News/page?id=7&lang=en',
    'HTTPS://Example.ORG/News/page?id=7&lang=en',
    'https://example.org:443/News/page?id=7&lang=en',
    'http://example.org:80/News/page?id=7&lang=en',
    'https://example.org/News/page/?id=7&lang=en',
    'https://example.org/News/./x/../page?id=7&lang=en#third-paragraph',
    'https://example.org/News/page?utm_source=feed&id=7&utm_medium=social&lang=en&fbclid=abc',
    ' https://example.org/News/page?id=7&lang=en& ',
  ])('%s', (address) => {
    expect(normalizeAddress(address)).toBe(normalizeAddress(PAGE));
  });

  test.each([
    'https://example.org/news/page?id=7&lang=en',
    'https://example.org/News/page?id=8&lang=en',
    'https://example.org/News/page',
    'https://example.org:8443/News/page?id=7&lang=en',
    'https://www.example.org/News/page?id=7&lang=en',
    'https://example.org/News/page?id=7&lang=en#/another/page',
  ])('not %s', (address) => {
    expect(normalizeAddress(address)).not.toBe(normalizeAddress(PAGE));
  });

  test('in other scripts, however they are escaped', () => {
    const addresses = [
      'https://example.org/新聞/1',
      'https://example.org/%E6%96%B0%E8%81%9E/1',
      'https://example.org/%e6%96%b0%e8%81%9e/1/',
    ];
    expect(new Set(addresses.map(normalizeAddress)).size).toBe(1);
  });

  test('the front page of a site', () => {
    expect(normalizeAddress('https://example.org')).toBe(normalizeAddress('http://EXAMPLE.org/?utm_campaign=x#top'));
  });
});

test('what is no web address stays as it is', () => {
  expect(normalizeAddress('urn:isbn:0451450523')).toBe('urn:isbn:0451450523');
  expect(normalizeAddress('no address')).toBe('no address');
});

test('nothing changes a second time', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
      const address = normalizeAddress(url);
      expect(normalizeAddress(`https://${address}`)).toBe(address);
    }),
  );
});
