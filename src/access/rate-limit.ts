import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** Failed attempts of one address that are allowed within the window. */
export const MAX_FAILURES = 20;
const WINDOW_MS = 60_000;
/** Addresses that are tracked; beyond that, the least recently used are forgotten. */
const MAX_ADDRESSES = 10_000;

/** Limits failed attempts by client address, in a sliding window. */
export interface RateLimiter {
  /** Whole seconds until this address may try again; 0 when it may now. */
  secondsToWait(address: string): number;
  /** Counts an attempt as failed; the function that it returns takes that back. */
  start(address: string): () => void;
}

/** @param now A clock in milliseconds. */
export function createRateLimiter(now: () => number = () => performance.now()): RateLimiter {
  const failures = new LRUCache<string, number[]>({ max: MAX_ADDRESSES });

  function recentFailures(address: string): number[] {
    const since = now() - WINDOW_MS;
    return (failures.get(rateLimitKey(address)) ?? []).filter((at) => at > since);
  }

  return {
    secondsToWait: (address) => {
      const times = recentFailures(address);
      const first = times.at(-MAX_FAILURES);
      return first === undefined ? 0 : Math.ceil((first + WINDOW_MS - now()) / 1_000);
    },
    start: (address) => {
      const at = now();
      failures.set(rateLimitKey(address), [...recentFailures(address), at]);
      return () => {
        const times = recentFailures(address);
        const index = times.indexOf(at);
        if (index >= 0) failures.set(rateLimitKey(address), times.toSpliced(index, 1));
      };
    },
  };
}

/**
 * The addresses that one client is likely to control: an IPv4 address (also if mapped to IPv6), or the /64 of an IPv6 address, which
 * is the smallest block that providers assign.
 */
export function rateLimitKey(address: string): string {
  const [, ipv4] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (ipv4 !== undefined) return ipv4;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  const [head = '', tail] = bare.split('::');
  const leading = head === '' ? [] : head.split(':');
  const trailing = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined
      ? leading
      : [...leading, ...Array<string>(8 - leading.length - trailing.length).fill('0'), ...trailing];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
