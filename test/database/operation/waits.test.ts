import { beforeAll, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { mutationClient } from '../../support/mutation-client.ts';
import { seededDatabase } from '../../support/seed.ts';
import { countingWaits } from '../../support/waits.ts';

let database: Database;
beforeAll(async () => {
  database = await seededDatabase();
});

const MEETING = `mutation ($input: RecordMeetingInput!) {
  recordMeeting(input: $input) {
    meeting { key participations { nodes { actor { key } } } }
    changes { operation key }
    possibleDuplicates { entity { key } }
    problems { message }
  }
}`;

const there = (actor: string, onBehalfOf: string, role: string) => ({
  actor,
  onBehalfOf,
  role,
  status: 'ATTENDED',
});

/** A meeting of three, in a document of its own. */
const input = (ordinal: number, rest: object = {}) => ({
  kind: 'MULTILATERAL_MEETING',
  names: [{ value: `Session ${ordinal} on air defence`, lang: 'en' }],
  time: { edtf: `2019-05-${ordinal - 900}` },
  place: 'place:brussels',
  body: 'org:udcg',
  ordinal,
  status: 'HELD',
  participants: [
    there('official:john-healey', 'country:GB', 'CHAIR'),
    there('official:boris-pistorius', 'country:DE', 'ATTENDEE'),
    there('official:rustem-umerov', 'country:UA', 'ATTENDEE'),
  ],
  source: {
    url: `https://example.org/session-${ordinal}`,
    title: `Session ${ordinal}`,
    kind: 'READOUT',
    published: { edtf: '2019-06-01' },
    attributionKind: 'OFFICIAL_RECORD',
  },
  ...rest,
});

async function record(variables: object): Promise<void> {
  const answer = await mutationClient(database).get(MEETING, { input: variables });
  expect(answer).toMatchObject({
    problems: [],
    possibleDuplicates: [],
    meeting: { participations: { nodes: { length: 3 } } },
  });
}

test('recording a meeting waits for the database a dozen times, whatever it sends', async () => {
  await record(input(911));
  const once = input(912, { idempotencyKey: 'once' });
  const { waits, statements } = await countingWaits(() => record(once));
  expect(statements.length).toBeGreaterThan(30);
  expect(waits).toBeLessThanOrEqual(12);
  // Nothing is asked twice.
  const asked = statements.filter((statement) => /count\(x\)|db\.index\.fulltext/.test(statement));
  expect(asked).toEqual([...new Set(asked)]);

  const repeated = await countingWaits(() => record(once));
  expect({ ...repeated, statements: repeated.statements.length }).toEqual({ waits: 2, statements: 3 });
});

test('a dry run announces no commit, and commits nothing', async () => {
  const { waits, statements } = await countingWaits(() => record(input(913, { dryRun: true })));
  expect(statements.filter((statement) => /COMMIT|Commits\) SET c/.test(statement))).toEqual([]);
  expect(waits).toBeLessThanOrEqual(9);
});
