import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** So many failures of one address within the window are let pass; the next attempt has to wait. */
export const MAX_FAILURES = 20;
const WINDOW_MS = 60_000;
/** Addresses that are remembered; whoever has more of them to fail from forgets the oldest. */
const MAX_ADDRESSES = 10_000;

/** Counts failed attempts by address, in a window that slides. */
export interface RateLimiter {
  /** The seconds until this address may try again, a whole number; 0 when it may now. */
  secondsToWait(address: string): number;
  /** Counts an attempt as failed, until the function it returns says that it was not. */
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
 * What one person is likely to hold: an IPv4 address, also where it is written as IPv6, or the first half of an IPv6 one, the
 * least that a provider gives out.
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
