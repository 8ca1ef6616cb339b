import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../src/graph/database.ts';
import { type Analyst, type Told, analystOf } from '../support/analyst.ts';
import { type Block, freshDatabase, queryGraph, recordBlocks } from '../support/recording.ts';

/** What is possible, but probably a slip: analysts are warned of it, and nothing is stopped. */
let database: Database;
let analyst: Analyst;

const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });
const register: Block = {
  source: { title: 'A register', kind: 'REPORT', attributionKind: 'OFFICIAL_RECORD' },
  countries: [named('country:GB', 'United Kingdom'), named('country:FR', 'France')],
  officials: [named('official:one', 'One Official')],
  organizations: [
    { ...named('org:mod', 'Ministry of Defence'), kind: 'MINISTRY', country: 'country:GB' },
    { ...named('org:armees', 'Ministry of the Armed Forces'), kind: 'MINISTRY', country: 'country:FR' },
    { ...named('org:group', 'Group'), kind: 'COALITION' },
  ],
  posts: [
    { ...named('post:gb', 'Secretary of State'), country: 'country:GB', level: 'MINISTER' },
    { ...named('post:gb-deputy', 'Deputy'), organization: 'org:mod', level: 'DEPUTY_MINISTER' },
  ],
  meetings: [
    {
      ...named('meeting:conference', 'A conference'),
      kind: 'CONFERENCE',
      status: 'HELD',
      time: { edtf: '2025-02-14/2025-02-16' },
    },
  ],
  statements: [{ key: 'stmt:known', speaker: 'official:one', act: 'INFORM', gist: 'Something is so.' }],
};

beforeEach(async () => {
  database = await freshDatabase();
  expect(await recordBlocks(database, [register])).toMatchObject({ problems: [], warnings: [] });
  analyst = await analystOf(database);
});

interface Payload {
  nodes: { key: string }[];
  claims: { key: string }[];
  changes: { key: string }[];
  problems: Told[];
  warnings: Told[];
}

const RECORD = `mutation ($input: RecordInput!) {
  record(input: $input) { nodes { key } claims { key } changes { key } problems { code path message } warnings { code path message } }
}`;
const source = { title: 'News', url: 'https://example.org/news', kind: 'NEWS_ARTICLE', attributionKind: 'NARRATION' };

const record = (input: object) => analyst.ask<Payload>(RECORD, { input: { source, ...input } });

/** A meeting that nobody has told of. */
const meeting = (more: object = {}) => ({
  ...named('meeting:new', 'New talks'),
  kind: 'OTHER',
  status: 'HELD',
  time: { edtf: '2025-02-15' },
  ...more,
});
const participant = (more: object = {}) => ({
  actor: 'official:one',
  role: 'PARTICIPANT',
  status: 'ATTENDED',
  ...more,
});

const paths = ({ warnings }: Payload) => warnings.map(({ code, path }) => `${code} ${path.join('.')}`);

describe('what happened in the future', () => {
  test('is recorded with a warning that says what, where and what was expected', async () => {
    const payload = await record({
      meetings: [meeting({ time: { edtf: '2127-05-05' }, participants: [participant()] })],
    });
    expect(payload.problems).toEqual([]);
    expect(paths(payload)).toEqual(['IMPLAUSIBLE input.meetings.0.status']);
    expect(payload.warnings[0]!.message).toMatch(
      /^meeting:new has its time on 5 May 2127, and here it is HELD, but that is still to come \(today is \d{4}-\d\d-\d\d\); expected a plan such as SCHEDULED, or another time$/,
    );
    expect(payload.claims).toHaveLength(2);
  });

  test('is also what a page tells that was published before, and who attended a meeting that is only planned', async () => {
    const before = await record({
      source: { ...source, published: { edtf: '2025-02-10' } },
      meetings: [meeting(), { ref: 'meeting:conference', participants: [participant()] }],
    });
    expect(paths(before)).toEqual([
      'IMPLAUSIBLE input.meetings.0.status',
      'IMPLAUSIBLE input.meetings.1.participants.0.status',
    ]);
    expect(before.warnings[0]!.message).toContain('was published on 10 February 2025, before that; expected a plan');
    expect(before.warnings[1]!.message).toContain('meeting:conference has its time from 14 to 16 February 2025');
  });

  test('is not what has begun by that day, what a page of the same day tells, a plan, or a time that may be past', async () => {
    const year = new Date().getUTCFullYear();
    const payload = await record({
      source: { ...source, published: { edtf: '2025-02-15' } },
      meetings: [
        meeting(),
        {
          ...meeting({ status: 'SCHEDULED', time: { edtf: '2127-05-05' } }),
          ...named('meeting:plan', 'Planned talks'),
        },
        { ...meeting({ time: { edtf: `[..${year + 1}]` } }), ...named('meeting:vague', 'Vague talks') },
      ],
    });
    expect(payload).toMatchObject({ problems: [], warnings: [] });
  });

  test('is told of an explicit claim, too', async () => {
    const payload = await record({
      meetings: [meeting({ time: { edtf: '2127-05-05' } })],
      claims: [
        {
          type: 'EVENT',
          subject: 'meeting:new',
          text: 'They met.',
          modality: 'OCCURRED',
          time: { edtf: '2127-05-05' },
        },
      ],
    });
    expect(paths(payload)).toEqual(['IMPLAUSIBLE input.claims.0']);
  });
});

describe('what is told as so now', () => {
  const term = { official: 'official:one', post: 'post:gb' };
  const future = { edtf: '2127-05-05' };
  const membership = { member: 'country:GB', organization: 'org:group', role: 'MEMBER' };
  const statement = { key: 'stmt:new', speaker: 'official:one', act: 'INFORM', gist: 'It is so.' };

  test('has started, ended and been seen by now, in a term and in a membership', async () => {
    const current = await record({ tenures: [{ ...term, status: 'CURRENT', start: future, observedAt: future }] });
    expect(paths(current)).toEqual(['IMPLAUSIBLE input.tenures.0.observedAt', 'IMPLAUSIBLE input.tenures.0.start']);
    expect(current.warnings[1]!.message).toMatch(
      /^tenure:\S+ is CURRENT and starts on 5 May 2127, but that is still to come \(today is \d{4}-\d\d-\d\d\); expected NOMINATED, or another start$/,
    );
    const ended = await record({
      source: { ...source, url: 'https://example.org/ended', published: { edtf: '2025-02-10' } },
      tenures: [{ ...term, key: 'tenure:second', status: 'ENDED', start: { edtf: '2020' }, end: { edtf: '2025-03' } }],
    });
    expect(paths(ended)).toEqual(['IMPLAUSIBLE input.tenures.0.end']);
    expect(ended.warnings[0]!.message).toContain('was published on 10 February 2025, before that; expected CURRENT');
    const member = await record({ memberships: [{ ...membership, start: future }] });
    expect(paths(member)).toEqual(['IMPLAUSIBLE input.memberships.0.start']);
  });

  test('is not what is planned, a candidate, or the day of a later end', async () => {
    expect(
      await record({
        tenures: [
          { ...term, status: 'NOMINATED', start: future },
          { ...term, key: 'tenure:now', status: 'CURRENT', start: { edtf: '2019' }, end: future },
        ],
        memberships: [{ ...membership, role: 'CANDIDATE', start: future }],
      }),
    ).toMatchObject({ problems: [], warnings: [] });
  });

  test('was said by now, and a day after its page at most, which may be of another zone', async () => {
    const said = async (edtf: string) =>
      paths(
        await record({
          source: { ...source, published: { edtf: '2025-02-10' } },
          statements: [{ ...statement, time: { edtf } }],
          dryRun: true,
        }),
      );
    expect(await said('2127-05-05')).toEqual(['IMPLAUSIBLE input.statements.0.time']);
    expect(await said('2025-02-12')).toEqual(['IMPLAUSIBLE input.statements.0.time']);
    expect(await said('2025-02-11')).toEqual([]);
  });

  test('is what an explicit claim says has occurred, unless it is of a plan', async () => {
    const claim = { type: 'ASSESSMENT', subject: 'org:group', text: 'It met.', time: future };
    const claims = await record({
      claims: [
        { ...claim, modality: 'OCCURRED' },
        { ...claim, modality: 'PLANNED' },
        { ...claim, type: 'STATUS', subject: 'meeting:conference', value: 'CANCELLED', modality: 'OCCURRED' },
      ],
    });
    expect(claims.problems).toEqual([]);
    expect(paths(claims)).toEqual(['IMPLAUSIBLE input.claims.0']);
    expect(claims.warnings[0]!.message).toContain('the claim has its time on 5 May 2127, and here it is OCCURRED');
  });

  test('is a document that was published; one warning is enough for all in it', async () => {
    const page = await record({
      source: { ...source, published: future },
      documents: [{ key: 'doc:other', title: 'Other', kind: 'REPORT', published: future }],
      tenures: [{ ...term, status: 'CURRENT' }],
    });
    expect(paths(page)).toEqual(['IMPLAUSIBLE input.documents.0.published', 'IMPLAUSIBLE input.source.published']);
    expect(page.warnings[1]!.message).toContain('was published on 5 May 2127, but that is still to come');
  });
});

test('the end of what is current is not past', async () => {
  const term = { official: 'official:one', post: 'post:gb', status: 'CURRENT', start: { edtf: '2019' } };
  const past = await record({ tenures: [{ ...term, end: { edtf: '2020-12' } }] });
  expect(paths(past)).toEqual(['IMPLAUSIBLE input.tenures.0.end']);
  expect(past.warnings[0]!.message).toContain('is CURRENT, but its end is past: in December 2020; expected ENDED');
  expect(await record({ tenures: [{ ...term, end: { edtf: '2127' } }] })).toMatchObject({ warnings: [] });
});

test('a part takes place while its whole does', async () => {
  const outside = await record({ meetings: [meeting({ time: { edtf: '2025-03-15' }, partOf: 'meeting:conference' })] });
  expect(paths(outside)).toEqual(['IMPLAUSIBLE input.meetings.0.partOf']);
  expect(outside.warnings[0]!.message).toContain(
    'meeting:new has its time on 15 March 2025, outside of meeting:conference, of which it is a part: from 14 to 16 February 2025',
  );
  // Another source gives the known part another day.
  const later = await record({
    source: { ...source, url: 'https://example.org/later', title: 'Later' },
    meetings: [{ ref: 'meeting:new', time: { edtf: '2025-02-17' } }],
  });
  expect(paths(later)).toEqual(['IMPLAUSIBLE input.meetings.0.time']);
  expect(
    await record({
      source: { ...source, url: 'https://example.org/right', title: 'Right' },
      meetings: [{ ref: 'meeting:new', time: { edtf: '2025-02-15' } }],
    }),
  ).toMatchObject({ warnings: [] });
});

test('a post is one of the country acted for, its own or that of its ministry', async () => {
  const acting = (more: object) => record({ meetings: [meeting({ participants: [participant(more)] })] });
  const wrong = await acting({ capacity: 'post:gb', onBehalfOf: 'country:FR' });
  expect(paths(wrong)).toEqual(['IMPLAUSIBLE input.meetings.0.participants.0.onBehalfOf']);
  expect(wrong.warnings[0]!.message).toBe(
    'post:gb is a post of country:GB, and here its holder acts for country:FR; expected a post of country:FR, or onBehalfOf: country:GB',
  );
  expect(paths(await acting({ capacity: 'post:gb-deputy', onBehalfOf: 'org:armees' }))).toHaveLength(1);
  for (const onBehalfOf of ['country:GB', 'org:mod', 'org:group'])
    expect(await acting({ capacity: 'post:gb-deputy', onBehalfOf })).toMatchObject({ warnings: [] });
});

describe('an official of one country', () => {
  const french = { ...named('official:french', 'Une Ministre'), country: 'country:FR' };
  const inPost = (actor: string, more: object = {}) => ({ actor, role: 'PARTICIPANT', status: 'ATTENDED', ...more });
  const attending = (row: object) => ({ meetings: [meeting({ participants: [row] })] });
  const statement = { key: 'stmt:new', act: 'INFORM', gist: 'It is so.', capacity: 'post:gb' };

  test('takes part, speaks and serves in posts of it, and acts for it', async () => {
    const of = async (input: object) => {
      const payload = await record({ officials: [french], ...input, dryRun: true });
      expect(payload.problems).toEqual([]);
      return paths(payload);
    };
    const row = 'IMPLAUSIBLE input.meetings.0.participants.0';
    expect(await of(attending(inPost('official:french', { capacity: 'post:gb' })))).toEqual([`${row}.capacity`]);
    expect(await of(attending(inPost('official:french', { capacity: 'post:gb-deputy' })))).toEqual([`${row}.capacity`]);
    expect(await of(attending(inPost('official:french', { onBehalfOf: 'country:GB' })))).toEqual([`${row}.onBehalfOf`]);
    expect(await of(attending(inPost('country:GB', { standsInFor: 'official:french' })))).toEqual([
      `${row}.standsInFor`,
    ]);
    expect(await of({ statements: [{ ...statement, speaker: 'official:french' }] })).toEqual([
      'IMPLAUSIBLE input.statements.0.capacity',
    ]);
    expect(await of({ tenures: [{ official: 'official:french', post: 'post:gb', status: 'CURRENT' }] })).toEqual([
      'IMPLAUSIBLE input.tenures.0.post',
    ]);
  });

  test('is told with what is expected, also when the record knows the country', async () => {
    await record({ officials: [french] });
    const { warnings } = await record(attending(inPost('official:french', { capacity: 'post:gb' })));
    expect(warnings.map(({ message }) => message)).toEqual([
      'post:gb is a post of country:GB, and official:french serves country:FR; expected another post, or an official of country:GB',
    ]);
  });

  test('may serve abroad, in an international organization, or beside one whose post it is', async () => {
    const term = { official: 'official:french', post: 'post:gb', status: 'ENDED', end: { edtf: '2020' } };
    const abroad = await record({
      officials: [french],
      organizations: [
        { ...named('org:series', 'A conference series'), kind: 'CONFERENCE_SERIES', country: 'country:GB' },
      ],
      posts: [{ ...named('post:series', 'Chair of the series'), organization: 'org:series', level: 'OTHER' }],
      tenures: [{ official: 'official:french', post: 'post:series', status: 'CURRENT' }],
      meetings: [
        meeting({
          participants: [
            inPost('official:french', { capacity: 'post:series' }),
            inPost('official:one', { capacity: 'post:gb', onBehalfOf: 'country:GB' }),
            inPost('country:FR', { standsInFor: 'official:french' }),
          ],
        }),
      ],
      statements: [{ ...statement, speakers: ['official:french', 'official:one'] }],
    });
    expect(abroad).toMatchObject({ problems: [], warnings: [] });
    // The term itself is told of, and is known from then on.
    const served = await record({ tenures: [term], ...attending(inPost('official:french', { capacity: 'post:gb' })) });
    expect(served.problems).toEqual([]);
    expect(paths(served)).toEqual(['IMPLAUSIBLE input.tenures.0.post']);
    const later = await record({
      source: { ...source, url: 'https://example.org/later' },
      statements: [{ ...statement, key: 'stmt:later', speaker: 'official:french' }],
    });
    expect(later).toMatchObject({ problems: [], warnings: [] });
  });
});

test('a row that only refers says nothing', async () => {
  const payload = await record({
    officials: [{ ref: 'official:one' }],
    statements: [{ ref: 'stmt:known', paragraph: '4' }],
  });
  expect(paths(payload)).toEqual(['SAYS_NOTHING input.officials.0', 'SAYS_NOTHING input.statements.0']);
  expect(payload.warnings[1]!.message).toContain('says nothing of it; give speakers or gist');
  expect(payload.claims).toEqual([]);
  const saying = await record({
    statements: [{ ref: 'stmt:known', speaker: 'official:one' }],
    meetings: [{ ref: 'meeting:conference', participants: [participant()] }],
  });
  expect(saying).toMatchObject({ warnings: [] });
});

describe('stopOnWarnings', () => {
  const slip = { meetings: [meeting({ time: { edtf: '2127-05-05' } })] };
  const meetings = () => queryGraph(database, "MATCH (m:Meeting {key: 'meeting:new'}) RETURN count(m)");

  test('makes warnings stop the write', async () => {
    const stopped = await record({ ...slip, stopOnWarnings: true });
    expect(stopped).toMatchObject({ nodes: [], claims: [], changes: [], problems: [] });
    expect(paths(stopped)).toEqual(['IMPLAUSIBLE input.meetings.0.status']);
    expect(await meetings()).toEqual([[0]]);
    expect(await record({ meetings: [meeting()], stopOnWarnings: true })).toMatchObject({ warnings: [], problems: [] });
    expect(await meetings()).toEqual([[1]]);
  });

  test('is known to recordMeeting, where the meeting stands at the top', async () => {
    const { key, ...row } = meeting({ time: { edtf: '2127-05-05' }, participants: [] });
    const payload = await analyst.ask<Payload & { meeting: unknown }>(
      `mutation ($input: RecordMeetingInput!) {
        recordMeeting(input: $input) { meeting { key } problems { path } warnings { code path } }
      }`,
      { input: { key, ...row, source, stopOnWarnings: true } },
    );
    expect(payload).toMatchObject({ meeting: null, problems: [] });
    expect(paths(payload)).toEqual(['IMPLAUSIBLE input.status']);
    expect(await meetings()).toEqual([[0]]);
  });

  test('uses up no idempotency key; what was written with warnings is told with them again', async () => {
    const once = { ...slip, idempotencyKey: 'once' };
    const repeated = [await record(once), await record(once)];
    expect(repeated[1]).toEqual(repeated[0]);
    expect(paths(repeated[1]!)).toHaveLength(1);
  });

  test('warnings stand beside problems, each at its place', async () => {
    const payload = await record({
      ...slip,
      tenures: [{ official: 'official:nobody', post: 'post:gb', status: 'CURRENT' }],
    });
    expect(payload.problems.map(({ path }) => path.join('.'))).toEqual(['input.tenures.0.official']);
    expect(paths(payload)).toEqual(['IMPLAUSIBLE input.meetings.0.status']);
    // Of an input that is not even valid, the valid part is looked at.
    const invalid = await record({
      meetings: [{ ...meeting(), ...named('not a key', 'Talks') }, ...slip.meetings],
    });
    expect(invalid.problems).not.toEqual([]);
    expect(paths(invalid)).toEqual(['IMPLAUSIBLE input.meetings.1.status']);
  });
});
