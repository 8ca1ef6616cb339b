import { isIPv6 } from 'node:net';
import { LRUCache } from 'lru-cache';

/** So many failures of one address within the window are let pass; the next attempt has to wait. */
export const MOST_FAILURES = 20;
const WINDOW_MS = 60_000;
/** Addresses that are remembered; whoever has more of them to fail from forgets the oldest. */
const MOST_ADDRESSES = 10_000;

/** Counts failed attempts by address, in a window that slides. */
export interface Attempts {
  /** The seconds until this address may try again, a whole number; 0 when it may now. */
  secondsToWait(address: string): number;
  /** Counts an attempt as failed, until the function it returns says that it was not. */
  begin(address: string): () => void;
}

/** @param now A clock in milliseconds. */
export function countAttempts(now: () => number = () => performance.now()): Attempts {
  const failures = new LRUCache<string, number[]>({ max: MOST_ADDRESSES });

  function recent(address: string): number[] {
    const since = now() - WINDOW_MS;
    return (failures.get(whoseAddress(address)) ?? []).filter((at) => at > since);
  }

  return {
    secondsToWait: (address) => {
      const times = recent(address);
      const first = times.at(-MOST_FAILURES);
      return first === undefined ? 0 : Math.ceil((first + WINDOW_MS - now()) / 1_000);
    },
    begin: (address) => {
      const at = now();
      failures.set(whoseAddress(address), [...recent(address), at]);
      return () => {
        const times = recent(address);
        const index = times.indexOf(at);
        if (index >= 0) failures.set(whoseAddress(address), times.toSpliced(index, 1));
      };
    },
  };
}

/**
 * What one person is likely to hold: an IPv4 address, also where it is written as IPv6, or the first half of an IPv6 one, the
 * least that a provider gives out.
 */
export function whoseAddress(address: string): string {
  const [, four] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (four !== undefined) return four;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups =
    tail === undefined ? left : [...left, ...Array<string>(8 - left.length - right.length).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}
