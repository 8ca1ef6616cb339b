import { beforeEach, describe, expect, test } from '@jest/globals';
import { type Database } from '../../../src/graph/database.ts';
import { verify } from '../../../src/record/integrity/verify.ts';
import { type MutationClient, type ReportedProblem, mutationClient } from '../../support/mutation-client.ts';
import { type Block, freshDatabase, importBlocks, queryGraph, recordBlocks } from '../../support/recording.ts';

/** What an analyst has corrected or retracted is not recorded again, and who records it is told so. */
let database: Database;
let client: MutationClient;

const named = (key: string, value: string) => ({ key, names: [{ value, lang: 'en' }] });

const page = { url: 'https://example.org/talks', title: 'Talks', kind: 'READOUT', attributionKind: 'NARRATION' };
const healey = { actor: 'official:healey', role: 'CHAIR', status: 'ATTENDED' };
const pevkur = { ...healey, actor: 'official:pevkur' };
const talks = (...participants: object[]) => ({
  ...named('meeting:talks', 'The talks'),
  kind: 'OTHER',
  status: 'HELD',
  time: { edtf: '2025-04-11' },
  participants,
});

beforeEach(async () => {
  database = await freshDatabase();
  await recordBlocks(database, [
    {
      source: { title: 'A register', attributionKind: 'NARRATION' },
      countries: [named('country:XA', 'Aldania')],
      officials: [named('official:healey', 'John Healey'), named('official:pevkur', 'Hanno Pevkur')],
    },
  ]);
  client = mutationClient(database);
});

interface Payload {
  claims: { key: string; text: string }[];
  changes: { key: string }[];
  problems: ReportedProblem[];
  warnings: ReportedProblem[];
}

const PAYLOAD = 'changes { key } problems { code path message } warnings { code path message }';

const recordMeeting = (meeting: object) =>
  client.get<Payload>(
    `mutation ($input: RecordMeetingInput!) { recordMeeting(input: $input) { claims { key text } ${PAYLOAD} } }`,
    { input: { source: page, ...meeting } },
  );
const record = (block: object) =>
  client.get<Payload>(`mutation ($input: RecordInput!) { record(input: $input) { claims { key text } ${PAYLOAD} } }`, {
    input: { source: page, ...block },
  });
const correct = (claim: string, participant: object) =>
  client.get<Payload>(
    `mutation ($claim: Ref!, $participant: ParticipantInput!) {
      correctClaim(claim: $claim, participant: $participant, reason: "The other minister.") { ${PAYLOAD} }
    }`,
    { claim, participant },
  );
const retract = (claim: string, alsoRetract: string[] = []) =>
  client.get<Payload>(
    `mutation ($claim: Ref!, $alsoRetract: [Ref!]) {
      retractClaim(claim: $claim, alsoRetract: $alsoRetract, reason: "There were no talks.") { ${PAYLOAD} }
    }`,
    { claim, alsoRetract },
  );

const keysOf = ({ claims }: Payload) => claims.map(({ key }) => key);
const told = ({ problems, warnings }: Pick<Payload, 'problems' | 'warnings'>) => {
  expect(problems).toEqual([]);
  return warnings.map(({ code, path, message }) => ({ code, path: path.join('.'), message }));
};
const liveTexts = async () =>
  (await queryGraph(database, 'MATCH (c:Claim {live: true}) RETURN c.text ORDER BY c.text')).flat();

const paths = (payload: Pick<Payload, 'problems' | 'warnings'>) =>
  told(payload).map(({ code, path }) => `${code} ${path}`);

describe('a row that was corrected', () => {
  let chair: string;

  beforeEach(async () => {
    chair = keysOf(await recordMeeting(talks(healey)))[1]!;
    expect(told(await correct(chair, pevkur))).toEqual([]);
  });

  test('is not recorded again, with a warning that says when, by whom and why, and what to do', async () => {
    const before = await liveTexts();
    const again = await recordMeeting(talks(healey));
    expect(again.changes).toEqual([]);
    expect(again.claims.map(({ text }) => text)).toEqual([
      'The talks took place on 11 April 2025, as an event of another kind.',
    ]);
    const [warning, ...others] = told(again);
    expect(others).toEqual([]);
    expect(warning).toMatchObject({ code: 'ENDED_BEFORE', path: 'input.participants.0' });
    expect(warning!.message).toMatch(
      /^this is what (\S+)\/v1 said, which was corrected by ann on \d+ \w+ \d{4} at \d\d:\d\d UTC \("The other minister\."\), so no claim is made of it, and \1 stands instead; to record it all the same, correct \1, or give the paragraph in which the document says so$/,
    );
    expect(await liveTexts()).toEqual(before);
  });

  test('is recorded with another paragraph', async () => {
    expect(told(await recordMeeting(talks({ ...healey, paragraph: '7' })))).toEqual([]);
    expect(await liveTexts()).toEqual([
      'Hanno Pevkur chaired The talks.',
      'John Healey chaired The talks.',
      'The talks took place on 11 April 2025, as an event of another kind.',
    ]);
  });

  test('is no longer one when it was corrected back: then that claim says it', async () => {
    expect(told(await correct(chair, healey))).toEqual([]);
    const again = await recordMeeting(talks(healey));
    expect(told(again)).toEqual([]);
    expect(keysOf(again)).toContain(chair);
    expect(paths(await recordMeeting(talks(pevkur)))).toEqual(['ENDED_BEFORE input.participants.0']);
  });

  test('stops the write where warnings do, as in a dry run', async () => {
    const input = { ...talks(healey, { ...pevkur, role: 'HOST' }), stopOnWarnings: true };
    expect(await recordMeeting(input)).toMatchObject({ claims: [], changes: [], warnings: [{ code: 'ENDED_BEFORE' }] });
    expect(paths(await recordMeeting({ ...input, stopOnWarnings: false, dryRun: true }))).toEqual([
      'ENDED_BEFORE input.participants.0',
    ]);
  });
});

describe('rows that were retracted', () => {
  test('are each told of, while the others are recorded', async () => {
    const [meeting, ...chairs] = keysOf(await recordMeeting(talks(healey, { ...pevkur, paragraph: '3' })));
    expect(told(await retract(meeting!, chairs))).toEqual([]);
    const again = await recordMeeting({
      ...talks(healey, { ...pevkur, paragraph: '3' }, { ...pevkur, role: 'HOST' }),
      time: { edtf: '2025-04-12' },
    });
    expect(again.claims.map(({ text }) => text)).toEqual([
      'The talks took place on 12 April 2025, as an event of another kind.',
      'Hanno Pevkur hosted The talks.',
    ]);
    expect(paths(again)).toEqual(['ENDED_BEFORE input.participants.0', 'ENDED_BEFORE input.participants.1']);
    expect(again.warnings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^this is what \S+ said, which was retracted by ann on .* UTC \("There were no talks\."\), so no claim is made of it; to record it all the same, give the paragraph in which/,
      ),
      expect.stringMatching(
        /; to record it all the same, give another paragraph than 3 in which the document says so$/,
      ),
    ]);
    const elsewhere = talks({ ...healey, paragraph: '1' }, { ...pevkur, paragraph: '4' });
    expect(told(await recordMeeting({ ...elsewhere, time: { edtf: '2025-04-12' } }))).toEqual([]);
    expect(await liveTexts()).toEqual([
      'Hanno Pevkur chaired The talks.',
      'Hanno Pevkur hosted The talks.',
      'John Healey chaired The talks.',
      'The talks took place on 12 April 2025, as an event of another kind.',
    ]);
    expect(await verify(database)).toEqual([]);
  });

  test('can be explicit claims, which are recorded again under another key', async () => {
    const claim = { type: 'OTHER', subject: 'country:XA', modality: 'OCCURRED', text: 'Something is so.' };
    const [first] = keysOf(await record({ claims: [claim] }));
    await retract(first!);
    const again = await record({ claims: [claim] });
    expect(paths(again)).toEqual(['ENDED_BEFORE input.claims.0']);
    expect(again.warnings[0]!.message).toMatch(/; to record it all the same, give it a key of its own$/);
    expect(told(await record({ claims: [{ ...claim, key: 'claim:again' }] }))).toEqual([]);
    expect(await liveTexts()).toEqual(['Something is so.']);
  });
});

describe('a file', () => {
  const file = { source: page, meetings: [talks(healey, { ...pevkur, role: 'HOST' })] } as unknown as Block;
  const importFile = () => importBlocks(database, 'file', [file]);
  const claimOf = async (text: string) =>
    (await queryGraph(database, 'MATCH (c:Claim {text: $text}) RETURN c.key', { text }))[0]![0] as string;

  test('is told of each of its rows that analysts have ended, however often it is imported', async () => {
    await importFile();
    await retract(await claimOf('Hanno Pevkur hosted The talks.'));
    await correct(await claimOf('John Healey chaired The talks.'), pevkur);
    const before = await liveTexts();
    for (let time = 0; time < 2; time++) {
      const { problems, warnings, unchanged, written } = await importFile();
      expect({ problems, written }).toEqual({ problems: [], written: false });
      expect(unchanged).toBeGreaterThan(0);
      expect(warnings.map(({ code, path }) => [code, ...path].join('.'))).toEqual([
        'ENDED_BEFORE.0.meetings.0.participants.0',
        'ENDED_BEFORE.0.meetings.0.participants.1',
      ]);
      expect(warnings[1]!.message).toMatch(
        /retracted by ann .* record it with a mutation, and give the paragraph in which/,
      );
    }
    expect(await liveTexts()).toEqual(before);
  });

  test('says what a mutation can record all the same; by itself, it is told of like the file', async () => {
    await importFile();
    await retract(await claimOf('John Healey chaired The talks.'));
    expect(paths(await recordMeeting(talks(healey)))).toEqual(['ENDED_BEFORE input.participants.0']);
    expect(told(await recordMeeting(talks({ ...healey, paragraph: '7' })))).toEqual([]);
    expect(await liveTexts()).toContain('John Healey chaired The talks.');
    expect((await importFile()).warnings).toMatchObject([{ code: 'ENDED_BEFORE' }]);
  });

  test('is not told of a row that was corrected back', async () => {
    await importFile();
    const chair = await claimOf('John Healey chaired The talks.');
    await correct(chair, pevkur);
    await correct(chair, healey);
    expect(await importFile()).toMatchObject({ problems: [], warnings: [], written: false });
  });
});
