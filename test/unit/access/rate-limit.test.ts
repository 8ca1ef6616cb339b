import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { MAX_FAILURES, createRateLimiter, rateLimitKey } from '../../../src/access/rate-limit.ts';

/** A rate limiter with a clock that the test sets. */
function attempts() {
  const clock = { now: 1_000 };
  return { clock, attempts: createRateLimiter(() => clock.now) };
}

describe('failed attempts', () => {
  test('beyond the limit have to wait until the first is a minute old', () => {
    const { clock, attempts: counted } = attempts();
    for (let n = 0; n < MAX_FAILURES; n++) {
      expect(counted.secondsToWait('192.0.2.1')).toBe(0);
      counted.start('192.0.2.1');
      clock.now += 1_000;
    }
    expect(counted.secondsToWait('192.0.2.1')).toBe(40);
    expect(counted.secondsToWait('192.0.2.2')).toBe(0);
    clock.now += 39_999;
    expect(counted.secondsToWait('192.0.2.1')).toBe(1);
    clock.now += 1;
    expect(counted.secondsToWait('192.0.2.1')).toBe(0);
  });

  test('that turn out to be valid are not counted', () => {
    const { attempts: counted } = attempts();
    for (let n = 0; n < 10 * MAX_FAILURES; n++) counted.start('192.0.2.1')();
    expect(counted.secondsToWait('192.0.2.1')).toBe(0);
  });

  test('never exceed the limit within any minute, whatever their times', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20_000 }), { maxLength: 200 }), (pauses) => {
        const { clock, attempts: counted } = attempts();
        const passed: number[] = [];
        for (const pause of pauses) {
          clock.now += pause;
          if (counted.secondsToWait('192.0.2.1') > 0) continue;
          counted.start('192.0.2.1');
          passed.push(clock.now);
        }
        for (const at of passed) {
          expect(passed.filter((other) => other <= at && other > at - 60_000).length).toBeLessThanOrEqual(MAX_FAILURES);
        }
      }),
    );
  });
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::99', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['', ''],
])('%s counts as %s', (address, whose) => {
  expect(rateLimitKey(address)).toBe(whose);
});
