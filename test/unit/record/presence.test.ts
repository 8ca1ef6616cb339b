import { describe, expect, test } from '@jest/globals';
import { attendanceEdges } from '../../../src/record/derive/attendance-edges.ts';
import { countryServed } from '../../../src/record/derive/official-country.ts';

type Presence = Parameters<typeof attendanceEdges>[2][number];
const presence = (more: Partial<Presence>): Presence => ({
  actor: 'healey',
  sortKey: 'p1',
  role: 'ATTENDEE',
  status: 'ATTENDED',
  standing: 'ESTABLISHED',
  inferred: false,
  onBehalfOf: null,
  actedFor: null,
  ...more,
});

describe('the edges between a meeting and who takes part', () => {
  test('one ATTENDS over all roles of an actor, and one more for a role that has its own', () => {
    const edges = attendanceEdges('m', '2025-02-12', [
      presence({ role: 'CHAIR', status: 'INVITED', onBehalfOf: 'gb' }),
      presence({ role: 'ATTENDEE', status: 'ATTENDED', sortKey: 'p2' }),
    ]);

    expect(edges.map(({ type, properties: { status } }) => [type, status])).toEqual([
      ['ATTENDS', 'ATTENDED'],
      ['CHAIRS', 'INVITED'],
    ]);
    expect(edges[0]!.properties).toMatchObject({
      roles: ['ATTENDEE', 'CHAIR'],
      onBehalfOf: 'gb',
      startEarliest: '2025-02-12',
    });
  });

  test('who stayed away is not there by a plan in another role', () => {
    const [attends] = attendanceEdges('m', null, [
      presence({ status: 'PLANNED' }),
      presence({ role: 'CHAIR', status: 'ABSENT' }),
    ]);
    expect(attends!.properties.status).toBe('ABSENT');
  });

  test('is inferred only when nobody says it of this meeting', () => {
    const inferred = presence({ inferred: true });
    expect(attendanceEdges('m', null, [inferred])[0]!.properties.inferred).toBe(true);
    expect(attendanceEdges('m', null, [inferred, presence({ role: 'HOST' })])[0]!.properties.inferred).toBe(false);
  });

  test('a role is that of who fills it on behalf of another; both are there', () => {
    const edges = attendanceEdges('m', null, [
      presence({ actor: 'gb', role: 'CHAIR', status: 'PLANNED', actedFor: true }),
      presence({ role: 'CHAIR', onBehalfOf: 'gb' }),
    ]);
    expect(edges.map(({ type, from }) => [type, from])).toEqual([
      ['ATTENDS', 'gb'],
      ['ATTENDS', 'healey'],
      ['CHAIRS', 'healey'],
    ]);
  });

  test('what is withdrawn casts no edge', () => {
    expect(attendanceEdges('m', null, [presence({ standing: 'WITHDRAWN' })])).toEqual([]);
  });
});

describe('the state that an official serves', () => {
  type Service = Parameters<typeof countryServed>[0][number];
  const service = (more: Partial<Service>): Service => ({
    sortKey: 't1',
    status: 'ENDED',
    standing: 'ESTABLISHED',
    possibleFrom: '2010-01-01',
    possibleUntil: '2012-12-31',
    country: 'nl',
    ...more,
  });

  test('is that of the present post, else of the post held last', () => {
    const later = service({ possibleFrom: '2015-01-01', possibleUntil: '2016-01-01', country: 'be', sortKey: 't2' });
    expect(countryServed([service({}), later])).toBe('be');
    expect(countryServed([service({ status: 'CURRENT', country: 'gb' }), later])).toBe('gb');
  });

  test('is never that of a post that was not taken up, or of a withdrawn tenure', () => {
    expect(countryServed([service({ status: 'NOT_TAKEN_UP' }), service({ standing: 'WITHDRAWN' })])).toBeUndefined();
  });
});
