import { parse } from 'graphql';
import { z } from 'zod';
import { EventStatus, MeetingKind, NetworkNodes, Role, Standing } from '../../domain/vocabulary.generated.ts';
import { Time, toTime } from '../evidence.ts';
import { RecordState, STATE, stateInWords, toRecordState } from '../record-state.ts';
import { defineTool } from '../tool.ts';

/** Meetings that are shown of a tie; others are counted by its weight. */
const MAX_MEETINGS = 3;

const NETWORK = parse(`query McpNetwork($input: NetworkInput!, $first: Int!) {
  network(input: $input) {
    nodeCount tieCount meetingCount notes citation(style: APA) exportUrl(format: GEXF)
    nodes(first: $first) { degree strength entity { __typename key name } }
    ties(first: $first) {
      weight a { __typename key name } b { __typename key name }
      because(first: ${MAX_MEETINGS}) { key name standing status time { edtf } }
    }
  }
  ${STATE}
}`);

interface ThingData {
  __typename: string;
  key: string;
  name: string;
}

interface NetworkData {
  nodeCount: number;
  tieCount: number;
  meetingCount: number;
  notes: string[];
  citation: string;
  exportUrl: string;
  nodes: { degree: number; strength: number; entity: ThingData }[];
  ties: {
    weight: number;
    a: ThingData;
    b: ThingData;
    because: { key: string; name: string; standing: string; status: string; time: { edtf: string | null } }[];
  }[];
}

const Day = z
  .string()
  .regex(/^\d{4}(-\d\d){0,2}$/, 'expected a day, month or year such as 2025-02-12, 2025-02 or 2025')
  .optional();

export const network = defineTool({
  name: 'network',
  title: 'Who met whom',
  description:
    'Who met whom, as nodes and ties, the strongest first: each tie with the meetings it rests on. Two are tied who are recorded to have been at one meeting ' +
    '(ESTABLISHED and ATTENDED; plans do not count). Narrow it by `around` (whom somebody met), body, kinds, roles or time. ' +
    'Who says that they were there is in `entity` of the meeting.',
  input: z.strictObject({
    nodes: z.enum(NetworkNodes).default('OFFICIAL').describe('Between whom.'),
    around: z.string().max(200).optional().describe('The key of a node: only it and whom it met.'),
    body: z.string().max(200).optional().describe('Only meetings of this body, by key: `org:udcg`.'),
    kinds: z
      .array(z.enum(MeetingKind))
      .max(Object.keys(MeetingKind).length)
      .optional()
      .describe('Only these kinds of meeting.'),
    roles: z
      .array(z.enum(Role))
      .max(Object.keys(Role).length)
      .optional()
      .describe('Only who was there in these roles.'),
    from: Day.describe('The first day, month or year.'),
    to: Day.describe('The last day, month or year.'),
    maxMeetingSize: z
      .int()
      .min(2)
      .optional()
      .describe('Only meetings at which at most so many of the nodes were: 2 for talks between two.'),
    first: z.int().min(1).max(100).default(20).describe('How many nodes, and how many ties, at most.'),
  }),
  output: z.strictObject({
    nodes: z.array(
      z.strictObject({
        key: z.string(),
        type: z.string(),
        name: z.string(),
        ties: z.int().describe('With how many others it is tied.'),
        strength: z.number().describe('How many meetings its ties count together.'),
        page: z.string().optional(),
      }),
    ),
    ties: z.array(
      z.strictObject({
        a: z.string().describe('A key.'),
        b: z.string().describe('A key.'),
        meetings: z.number().describe('At how many meetings both were.'),
        because: z
          .array(
            z.strictObject({
              key: z.string(),
              name: z.string(),
              standing: z.enum(Standing),
              status: z.enum(EventStatus),
              time: Time.optional(),
              page: z.string().optional(),
            }),
          )
          .describe(`The latest ${MAX_MEETINGS} of them.`),
      }),
    ),
    nodeCount: z.int(),
    tieCount: z.int(),
    meetingCount: z.int(),
    notes: z.array(z.string()),
    file: z.string().describe('The address of the whole network as a file (GEXF).'),
    citation: z.string().describe('A reference to this network, in APA style.'),
    record: RecordState,
  }),
  run: async ({ first, from, to, ...conditions }, { ask, pageOf }) => {
    const time = from === undefined && to === undefined ? {} : { time: { from, to } };
    const data = await ask(NETWORK, { first, input: { ...conditions, ...time } });
    const { nodeCount, tieCount, meetingCount, notes, citation, exportUrl, ...read } = data.network as NetworkData;
    const nodes = read.nodes.map(({ degree, strength, entity: { __typename: type, key, name } }) => ({
      key,
      type,
      name,
      ties: degree,
      strength,
      page: pageOf({ type, key }),
    }));
    const ties = read.ties.map(({ a, b, weight, because }) => ({
      a: a.key,
      b: b.key,
      meetings: weight,
      because: because.map(({ key, name, standing, status, time: when }) => ({
        key,
        name,
        standing: standing as Standing,
        status: status as EventStatus,
        time: toTime(when),
        page: pageOf({ type: 'Meeting', key }),
      })),
    }));
    const record = toRecordState(data);
    const lines = read.ties.map(({ a, b, weight, because }, index) => {
      const meetings = ties[index]!.because.map(
        ({ key, name, standing, time: when }) => `${name} (${key}, ${standing}${when ? `, ${when.words}` : ''})`,
      );
      const more = weight > because.length ? ` and ${weight - because.length} more` : '';
      return `- ${a.name} (${a.key}) and ${b.name} (${b.key}): ${weight}, at ${meetings.join('; ')}${more}`;
    });
    const text = [
      `${nodeCount} nodes, ${tieCount} ties, ${meetingCount} meetings. ${nodes.length} nodes and ${ties.length} ties are shown.`,
      ...notes,
      ...lines,
      `The whole as a file: ${exportUrl}`,
      `Cite as: ${citation}`,
      stateInWords(record),
    ].join('\n');
    return {
      text,
      structured: { nodes, ties, nodeCount, tieCount, meetingCount, notes, file: exportUrl, citation, record },
    };
  },
});
