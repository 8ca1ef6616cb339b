import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { type Engine, createEngine } from '../../../src/query/engine.ts';
import { dataOf, schema } from '../../support/query.ts';
import { type Block, type MeetingRow, freshDatabase, recordBlocks } from '../../support/recording.ts';

jest.setTimeout(120_000);

const named = (key: string) => ({ key, names: [{ value: key, lang: 'en' }] });
const told = (title: string, published: string): Block['source'] => ({
  title,
  kind: 'READOUT',
  published: { edtf: published },
  attributionKind: 'OFFICIAL_RECORD',
});
type Participant = NonNullable<MeetingRow['participants']>[number];
const attends = (name: string, status: Participant['status']): Participant => ({
  actor: `official:${name}`,
  role: 'ATTENDEE',
  status,
  onBehalfOf: 'country:GB',
});
const meeting = (name: string, status: MeetingRow['status'], edtf: string): MeetingRow => ({
  ...named(`meeting:${name}`),
  kind: 'CONFERENCE',
  status,
  time: { edtf },
});
const again = (name: string, status: MeetingRow['status'], edtf: string): MeetingRow => ({
  ref: `meeting:${name}`,
  status,
  time: { edtf },
});

/** What was announced in January, and what was reported from February on. */
const blocks: Block[] = [
  {
    source: told('January', '2025-01-05'),
    countries: [named('country:GB')],
    organizations: [{ ...named('org:group'), kind: 'COALITION' }],
    officials: ['came', 'stayed-away', 'unknown'].map((name) => named(`official:${name}`)),
    meetings: [
      {
        ...meeting('held', 'SCHEDULED', '2025-02-12'),
        body: 'org:group',
        participants: [attends('came', 'PLANNED'), attends('stayed-away', 'PLANNED'), attends('unknown', 'PLANNED')],
      },
      { ...meeting('cancelled', 'SCHEDULED', '2025-02-13'), participants: [attends('came', 'PLANNED')] },
      meeting('moved', 'SCHEDULED', '2025-02-14'),
      { ...meeting('postponed', 'SCHEDULED', '2025-02-15'), participants: [attends('came', 'PLANNED')] },
      meeting('silent', 'SCHEDULED', '2025-02-16'),
      meeting('to-come', 'SCHEDULED', '2026-02-16'),
    ],
  },
  {
    source: told('February', '2025-02-20'),
    meetings: [
      {
        ...again('held', 'HELD', '2025-02-12'),
        participants: [attends('came', 'ATTENDED'), attends('stayed-away', 'ABSENT')],
      },
      again('cancelled', 'CANCELLED', '2025-02-13'),
      again('moved', 'RESCHEDULED', '2025-12-14'),
      again('postponed', 'POSTPONED', '2025-02-15'),
    ],
  },
];

interface Outcome {
  outcome: string;
  plan: { evidence: { document: { title: string } }[]; supports: { key: string }[] };
  confirming: object[];
  contradicting: object[];
}

let engine: Engine;
let plans: (more?: string) => Promise<Record<string, string>>;
beforeAll(async () => {
  const database = await freshDatabase();
  const { problems } = await recordBlocks(database, blocks);
  expect(problems).toEqual([]);
  engine = createEngine({ schema, database, today: () => '2025-03-01' });
  const query = (args: string) => `{ plans(first: 100${args}) { totalCount nodes { outcome
    plan { evidence { document { title } } supports { key ... on Participation { meeting { key } actor { key } } } }
    confirming { key } contradicting { key } } } }`;
  plans = async (more = '') => {
    const { plans } = await dataOf<{ plans: { totalCount: number; nodes: Outcome[] } }>(engine, query(more));
    expect(plans.nodes.length).toBe(plans.totalCount);
    return Object.fromEntries(
      plans.nodes.flatMap(({ outcome, plan, confirming, contradicting }) => {
        if (outcome === 'CONFIRMED') expect([confirming.length, contradicting.length]).toEqual([1, 0]);
        if (outcome === 'CONTRADICTED') expect([confirming.length, contradicting.length]).toEqual([0, 1]);
        if (outcome === 'OVERDUE' || outcome === 'OPEN') expect([...confirming, ...contradicting]).toEqual([]);
        const [thing] = plan.supports as { key: string; meeting?: { key: string }; actor?: { key: string } }[];
        const name = [thing!.actor?.key, thing!.meeting?.key ?? thing!.key].filter(Boolean).join(' at ');
        return plan.evidence[0]!.document.title === 'January' ? [[name.replaceAll(/\w+:/g, ''), outcome]] : [];
      }),
    );
  };
}, 180_000);

test('each plan has an outcome', async () => {
  expect(await plans()).toEqual({
    held: 'CONFIRMED',
    'came at held': 'CONFIRMED',
    'stayed-away at held': 'CONTRADICTED',
    'unknown at held': 'OVERDUE',
    cancelled: 'CONTRADICTED',
    'came at cancelled': 'CONTRADICTED',
    moved: 'RESCHEDULED',
    postponed: 'RESCHEDULED',
    'came at postponed': 'RESCHEDULED',
    silent: 'OVERDUE',
    'to-come': 'OPEN',
  });
});

test('plans can be filtered by outcome', async () => {
  expect(await plans(', filter: {types: [ATTENDS]}, outcomes: [CONTRADICTED]')).toEqual({
    'stayed-away at held': 'CONTRADICTED',
    'came at cancelled': 'CONTRADICTED',
  });
  expect(Object.keys(await plans(', outcomes: [OVERDUE, OPEN]')).sort()).toEqual([
    'silent',
    'to-come',
    'unknown at held',
  ]);
});

test('plans can be filtered by the body of the meeting, and by whom they are about', async () => {
  expect(Object.keys(await plans(', body: "org:group"')).sort()).toEqual([
    'came at held',
    'held',
    'stayed-away at held',
    'unknown at held',
  ]);
  expect(await plans(', body: "org:group", outcomes: [OVERDUE], filter: {about: "country:GB"}')).toEqual({
    'unknown at held': 'OVERDUE',
  });
});

describe('the due date of a plan', () => {
  test('is the time of the claim, else that of the meeting', async () => {
    const due = await plans(', due: {from: "2025-02-12", to: "2025-02-12"}');
    expect(Object.keys(due).sort()).toEqual(['came at held', 'held', 'stayed-away at held', 'unknown at held']);
    expect(await plans(', due: {from: "2026-01-01", match: CERTAINLY}')).toEqual({ 'to-come': 'OPEN' });
  });

  test('cannot be filtered by a window that ends before it begins', async () => {
    await expect(plans(', due: {from: "2025-03-01", to: "2025-02-01"}')).rejects.toThrow(
      'starts (from: 2025-03-01) after it ends (to: 2025-02-01)',
    );
  });
});

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor: string };
  nodes: { plan: { key: string } }[];
}

test('all pages together have every plan once', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const query = `query ($after: String) { plans(first: 4, after: $after) { pageInfo { hasNextPage endCursor } nodes { plan { key } } } }`;
    const { plans: page }: { plans: Page } = await dataOf<{ plans: Page }>(engine, query, { after });
    seen.push(...page.nodes.map(({ plan }) => plan.key));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  const { plans: all } = await dataOf<{ plans: { totalCount: number } }>(engine, '{ plans { totalCount } }');
  expect(seen).toHaveLength(all.totalCount);
  expect(new Set(seen).size).toBe(all.totalCount);
});

test('a delegation is of the actor represented; absent participants represent nobody', async () => {
  const query = `{ meeting(ref: "meeting:held") { delegations { of { key } level participations { actor { key } status } }
    none: delegations(of: "country:US") { level } } }`;
  const { meeting } = await dataOf<{ meeting: { delegations: { participations: object[] }[] } }>(engine, query);
  expect(meeting).toMatchObject({ delegations: [{ of: { key: 'country:GB' }, level: 'UNKNOWN' }], none: [] });
  expect(meeting.delegations[0]!.participations).toHaveLength(2);
});
