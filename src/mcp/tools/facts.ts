import { z } from 'zod';
import { type Bibliography, type ClaimRef, Evidence, Time, cutText, toTime } from '../evidence.ts';

/** A fact as it is asked for, by its type. */
export const FACTS = {
  Participation: `fragment AsParticipation on Participation {
    __typename key standing role status inferred
    actor { __typename key name } meeting { __typename key name time { edtf } }
    capacity { name } onBehalfOf { name }
    claims { key status polarity }
  }`,
  Tenure: `fragment AsTenure on Tenure {
    __typename key standing status acting
    official { __typename key name } post { __typename key name } start { edtf } end { edtf }
    claims { key status polarity }
  }`,
  Membership: `fragment AsMembership on Membership {
    __typename key standing role
    member { __typename key name } organization { __typename key name } start { edtf } end { edtf }
    claims { key status polarity }
  }`,
  Statement: `fragment AsStatement on Statement {
    __typename key standing act gist
    speakers { __typename key name } occasion { __typename key name } time { edtf }
    claims { key status polarity }
  }`,
};

export type FactType = keyof typeof FACTS;

interface ThingData {
  __typename: string;
  key: string;
  name: string;
}

interface When {
  edtf: string | null;
}

interface CommonData {
  key: string;
  standing: string;
  claims: readonly ClaimRef[];
}

export type FactData = CommonData &
  (
    | {
        __typename: 'Participation';
        role: string;
        status: string;
        inferred: boolean;
        actor: ThingData;
        meeting: ThingData & { time: When };
        capacity: { name: string } | null;
        onBehalfOf: { name: string } | null;
      }
    | {
        __typename: 'Tenure';
        status: string;
        acting: boolean;
        official: ThingData;
        post: ThingData;
        start: When;
        end: When;
      }
    | { __typename: 'Membership'; role: string; member: ThingData; organization: ThingData; start: When; end: When }
    | {
        __typename: 'Statement';
        act: string;
        gist: string;
        speakers: readonly ThingData[];
        occasion: ThingData | null;
        time: When;
      }
  );

const Thing = z.strictObject({ key: z.string(), type: z.string(), name: z.string() });

export const Fact = z.strictObject({
  key: z.string(),
  type: z.enum(Object.keys(FACTS) as [FactType, ...FactType[]]),
  words: z.string().describe('The fact in one line.'),
  who: Thing.describe(
    'Who took part, held the post, belonged or spoke; of a joint statement the first, `words` has all.',
  ),
  what: Thing.optional().describe('The meeting, the post, the organization; of a statement its occasion.'),
  standing: z.string().describe('ESTABLISHED, ALLEGED, DISPUTED (sources disagree) or WITHDRAWN.'),
  status: z
    .string()
    .optional()
    .describe(
      'Of a participation: INVITED, PLANNED and CONFIRMED are plans, ATTENDED happened, ABSENT and DECLINED did not. Of a tenure: NOMINATED is a plan.',
    ),
  role: z.string().optional(),
  inferred: z.boolean().optional().describe('True where it only follows from a general statement.'),
  capacity: z.string().optional().describe('The post in which somebody took part.'),
  onBehalfOf: z.string().optional(),
  time: Time.optional().describe('When the meeting was or is to be, or when it was said.'),
  start: Time.optional(),
  end: Time.optional(),
  ...Evidence,
});

type Fact = z.input<typeof Fact>;

export function toFact(data: FactData, { says }: Pick<Bibliography, 'says'>): Fact {
  const { key, __typename: type, standing } = data;
  return { key, type, standing, ...detailsOf(data), ...says(data.claims) };
}

function detailsOf(data: FactData): Omit<Fact, 'key' | 'type' | 'standing' | 'says' | 'moreClaims'> {
  switch (data.__typename) {
    case 'Participation': {
      const [who, what, time] = [toThing(data.actor), toThing(data.meeting), toTime(data.meeting.time)];
      const { role, status, inferred } = data;
      const capacity = data.capacity?.name;
      const onBehalfOf = data.onBehalfOf?.name;
      const as = [capacity && `as ${capacity}`, onBehalfOf && `on behalf of ${onBehalfOf}`].filter(Boolean).join(', ');
      const words = `${who.name}${as && ` (${as})`}: ${role}, ${status}${inferred ? ' (inferred)' : ''}, ${what.name}`;
      return { who, what, role, status, inferred, capacity, onBehalfOf, time, words: withTime(words, time) };
    }
    case 'Tenure': {
      const [who, what] = [toThing(data.official), toThing(data.post)];
      const { status } = data;
      const words = `${who.name}: ${data.acting ? 'acting ' : ''}${what.name}, ${status}`;
      return { who, what, status, ...ends(data, words) };
    }
    case 'Membership': {
      const [who, what] = [toThing(data.member), toThing(data.organization)];
      const { role } = data;
      return { who, what, role, ...ends(data, `${who.name}: ${role} of ${what.name}`) };
    }
    case 'Statement': {
      const { speakers, occasion, act, gist } = data;
      const time = toTime(data.time);
      const words = withTime(`${speakers.map(({ name }) => name).join(', ')}, ${act}: ${cutText(gist)}`, time);
      return { who: toThing(speakers[0]!), what: occasion === null ? undefined : toThing(occasion), time, words };
    }
  }
}

const toThing = ({ __typename: type, key, name }: ThingData) => ({ key, type, name });

const withTime = (words: string, time: Fact['time']) => (time === undefined ? words : `${words} (${time.words})`);

function ends(data: { start: When; end: When }, words: string): Pick<Fact, 'start' | 'end' | 'words'> {
  const [start, end] = [toTime(data.start), toTime(data.end)];
  const known = [start && `began ${start.words}`, end && `ended ${end.words}`].filter((part) => part !== undefined);
  return { start, end, words: known.length === 0 ? words : `${words} (${known.join(', ')})` };
}
