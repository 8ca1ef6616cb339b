import { type DocumentNode, parse } from 'graphql';
import { z } from 'zod';
import { ClientError } from '../../domain/errors.ts';
import { type ClaimRef, SourceToCite, Evidence, Time, createBibliography, cutText, toTime } from '../evidence.ts';
import { RecordState, STATE, stateInWords, toRecordState } from '../record-state.ts';
import { defineTool } from '../tool.ts';
import { FACTS, Fact, type FactData, type FactType, toFact } from './facts.ts';

const TYPE_OF = parse(`query McpType($ref: Ref!) {
  entity(ref: $ref) { __typename }
}`);

/** Names of an entity that are shown. */
const MAX_NAMES = 20;

/** Lists of facts that can be long come in pages; the newest are shown. */
const PAGES = {
  participations: `participations(first: $first, orderBy: { field: TIME, direction: DESC }) { totalCount nodes { ...AsParticipation } }`,
  statements: `statements(last: $first) { totalCount nodes { ...AsStatement } }`,
};

/** What is asked of an entity, by its type: its own values, its facts, and the claims about itself where those are not facts. */
const QUESTIONS: Record<string, { fields: string; facts: FactType[] }> = {
  Meeting: {
    fields: `status standing time { edtf } chairs { ...AsParticipation } ${PAGES.participations} ${PAGES.statements}
      claimsAbout(first: $first, filter: { types: [EVENT, ORDINAL, HELD_AT, TIME, STATUS, PARTICIPANT_COUNT, DISCUSSED, AGREED] }) { totalCount nodes { key status polarity } }`,
    facts: ['Participation', 'Statement'],
  },
  Official: {
    fields: `tenures { ...AsTenure } ${PAGES.participations} ${PAGES.statements}`,
    facts: ['Tenure', 'Participation', 'Statement'],
  },
  Country: {
    fields: `memberships { ...AsMembership } ${PAGES.participations} ${PAGES.statements}`,
    facts: ['Membership', 'Participation', 'Statement'],
  },
  Organization: {
    fields: `members { ...AsMembership } ${PAGES.participations} ${PAGES.statements}`,
    facts: ['Membership', 'Participation', 'Statement'],
  },
  Post: { fields: 'holders { ...AsTenure }', facts: ['Tenure'] },
  Development: {
    fields: 'status standing time { edtf } claimsAbout(first: $first) { totalCount nodes { key status polarity } }',
    facts: [],
  },
  Place: { fields: 'claimsAbout(first: $first) { totalCount nodes { key status polarity } }', facts: [] },
  Topic: { fields: 'claimsAbout(first: $first) { totalCount nodes { key status polarity } }', facts: [] },
};

const documents = new Map<string, DocumentNode>(
  Object.entries(QUESTIONS).map(([type, { fields, facts }]) => [
    type,
    parse(`query McpEntity($ref: Ref!${fields.includes('$first') ? ', $first: Int!' : ''}) {
      entity(ref: $ref) { key name names { value lang } note ... on ${type} { ${fields} } }
      ${STATE}
    } ${facts.map((fact) => FACTS[fact]).join('\n')}`),
  ]),
);

interface Page<Item> {
  totalCount: number;
  nodes: readonly Item[];
}

interface EntityData {
  key: string;
  name: string;
  names: readonly { value: string; lang: string }[];
  note: string | null;
  status?: string;
  standing?: string;
  time?: { edtf: string | null };
  claimsAbout?: Page<ClaimRef>;
  chairs?: readonly FactData[];
  tenures?: readonly FactData[];
  holders?: readonly FactData[];
  memberships?: readonly FactData[];
  members?: readonly FactData[];
  participations?: Page<FactData>;
  statements?: Page<FactData>;
}

export const entity = defineTool({
  name: 'entity',
  title: 'What is recorded of one, and who says so',
  description:
    'What is recorded of an official, country, organization, post, meeting, development, place or topic: its posts, memberships, presences at meetings ' +
    'and statements, the newest first; of a meeting who was there in which role, of a post who held it. Every fact has its standing, its status (planned is not ' +
    'happened), its time, and who says so: document, publisher, paragraph and address, with a reference to cite. Needs a key: find it with `search`.',
  input: z.strictObject({
    ref: z.string().min(1).max(200).describe('The key or id: `meeting:udcg-26`.'),
    first: z.int().min(1).max(50).default(15).describe('How many facts of a kind at most.'),
  }),
  output: z.strictObject({
    key: z.string(),
    type: z.string(),
    name: z.string(),
    names: z.array(z.strictObject({ value: z.string(), lang: z.string() })),
    note: z.string().optional(),
    page: z.string().optional().describe('Where people read it.'),
    status: z
      .string()
      .optional()
      .describe(
        'Of a meeting or development: PROPOSED, SCHEDULED, POSTPONED and RESCHEDULED are plans; HELD and ONGOING are not; CANCELLED.',
      ),
    standing: z.string().optional(),
    time: Time.optional(),
    ...Evidence,
    facts: z.array(Fact),
    notShown: z.array(z.string()).describe('What there is more of than is shown.'),
    documents: z.array(SourceToCite).describe('The documents behind all of this, with how to cite them.'),
    record: RecordState,
  }),
  run: async ({ ref, first }, asking) => {
    const { ask, pageOf } = asking;
    const found = (await ask(TYPE_OF, { ref })).entity as { __typename: string } | null;
    if (found === null) {
      throw new ClientError(
        'NOT_FOUND',
        `Nothing of these types is recorded as ${ref}. Find the key by a name with \`search\`.`,
      );
    }
    const type = found.__typename;
    const data = await ask(documents.get(type)!, { ref, first });
    const read = data.entity as EntityData;
    const { key, name, note, status, standing, claimsAbout } = read;
    const lists = Object.entries({
      // The chairs first, so that they are told of the largest meeting; they are among the participations as well.
      chairs: wholeList(read.chairs),
      tenures: wholeList(read.tenures),
      holders: wholeList(read.holders),
      memberships: wholeList(read.memberships),
      members: wholeList(read.members),
      participations: read.participations,
      statements: read.statements,
    }).flatMap(([label, page]) => (page === undefined ? [] : [{ label, ...page }]));
    const shown = uniqueByKey(lists.flatMap(({ nodes }) => nodes.slice(0, first)));
    const bibliography = await createBibliography(asking, [
      claimsAbout?.nodes ?? [],
      ...shown.map(({ claims }) => claims),
    ]);
    const itself = bibliography.says(claimsAbout?.nodes ?? [], claimsAbout?.totalCount);
    const facts = shown.map((fact) => toFact(fact, bibliography));
    const notShown = [
      ...lists.map(({ label, totalCount }) => ({ label, left: totalCount - first })),
      { label: 'names', left: read.names.length - MAX_NAMES },
    ].flatMap(({ label, left }) => (left > 0 ? [`${label}: ${left} more`] : []));
    const structured = {
      key,
      type,
      name,
      names: read.names.slice(0, MAX_NAMES).map(({ value, lang }) => ({ value, lang })),
      note: note === null ? undefined : cutText(note),
      page: pageOf({ type, key }),
      status,
      standing,
      time: read.time && toTime(read.time),
      ...itself,
      facts,
      notShown,
      documents: bibliography.documents(),
      record: toRecordState(data),
    };
    const { time, page } = structured;
    const about = [status, standing, time?.words, page].filter((part) => part !== undefined);
    const text = [
      `${name} (${[type, key, ...about].join(', ')})${claimsAbout === undefined ? '' : `: ${bibliography.inWords(itself)}`}`,
      ...(note === null ? [] : [`Note of the coder: ${cutText(note)}`]),
      ...facts.map((fact) => `- ${fact.words}. ${fact.standing}; ${bibliography.inWords(fact)}`),
      ...(facts.length === 0 && claimsAbout === undefined ? ['No facts of it are recorded.'] : []),
      ...(notShown.length === 0 ? [] : [`Not shown: ${notShown.join(', ')}.`]),
      'Sources:',
      ...bibliography.listed(),
      stateInWords(structured.record),
    ].join('\n');
    return { text, structured };
  },
});

const wholeList = (nodes: readonly FactData[] | undefined): Page<FactData> | undefined =>
  nodes && { totalCount: nodes.length, nodes };

const uniqueByKey = (facts: readonly FactData[]): FactData[] => [
  ...new Map(facts.map((fact) => [fact.key, fact])).values(),
];
