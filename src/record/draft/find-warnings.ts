import { endsBefore, isDated, parseTime, windowOf } from '../../domain/time/time.ts';
import { timeInWords } from '../../domain/time/time-in-words.ts';
import { EventStatus, ParticipationStatus, Polarity, TenureStatus } from '../../domain/vocabulary.generated.ts';
import { type TypeName, withArticle } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { type InputPath, type Problem } from '../input/problem.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type InputRow } from '../resolve/input-rows.ts';
import { Problems } from '../resolve/problems.ts';
import { type ClaimDraft, type Support } from './claim-draft.ts';
import { KnownContext } from './known-context.ts';
import { type PreparedInput } from './prepare-input.ts';
import { isNodeRef } from './row-values.ts';

/** One value of a claim about one node, and what to find out about it. */
interface Saying extends Support {
  draft: ClaimDraft;
  context: KnownContext;
  /** The publication of the source; null if it is unknown. */
  published: TimeInput | null;
  /** `YYYY-MM-DD` */
  today: string;
}

/**
 * Finds what can be recorded, but is probably a slip: what happened in the future, an end that is past of what is current, a part outside
 * of its whole, a meeting without a beginning, a post of another country, and rows that say nothing. Unlike a problem, a warning stops no write by itself.
 *
 * @param at The instant of the recording.
 */
export async function findWarnings(
  tx: Tx,
  { drafted, resolved: { sources } }: PreparedInput,
  at: string,
): Promise<Problem[]> {
  const warnings = new Problems();
  const context = await KnownContext.load(tx, drafted);
  for (const draft of drafted.drafts.filter(({ polarity }) => polarity === Polarity.AFFIRMATIVE)) {
    const { published } = sources[draft.path[0] as number]!;
    for (const support of draft.supports) {
      const saying: Saying = { ...support, draft, context, published, today: at.slice(0, 10) };
      warnOfFuture(saying, warnings);
      warnOfPastEnd(saying, warnings);
      warnOfOutsidePart(saying, warnings);
      warnOfMissingBegin(saying, warnings);
      warnOfForeignPost(saying, warnings);
    }
  }
  for (const row of drafted.silentRows) warnings.add('SAYS_NOTHING', row.path, silenceMessage(row));
  return warnings.withSuggestions(tx, new Map());
}

/** What has happened or goes on has begun: by now, and by the time at which the source tells of it. */
function warnOfFuture(saying: Saying, warnings: Problems): void {
  const { draft, published, today } = saying;
  const happened = whatHappened(saying);
  if (happened === null) return;
  const { event, time, expected } = happened;
  const days = windowOf(parseTime(time));
  if (!isDated(days)) return;
  const told = `${event.key} has its time ${timeInWords(time.edtf)}, and here it is ${saying.values.status as string}`;
  const path = fieldPath(draft, 'status');
  if (days.from > today) {
    warnings.add('IMPLAUSIBLE', path, `${told}, but that is still to come (today is ${today}); expected ${expected}`);
  } else if (published !== null && endsBefore(windowOf(parseTime(published)), days)) {
    const source = draft.evidence[0]!.document.key;
    const since = `${source} was published ${timeInWords(published.edtf)}, before that`;
    warnings.add('IMPLAUSIBLE', path, `${told}, but ${since}; expected ${expected}`);
  }
}

/** The event that a claim says has begun, with its time; null for any other claim. */
function whatHappened({ node, values: { status, time }, draft, context }: Saying) {
  if (node.type === 'Meeting' || node.type === 'Development') {
    const hasBegun = status === EventStatus.HELD || status === EventStatus.ONGOING;
    const own = (time as TimeInput | undefined) ?? context.timeOf(node);
    return hasBegun && own ? { event: node, time: own, expected: 'a plan such as SCHEDULED, or another time' } : null;
  }
  if (node.type !== 'Participation' || status !== ParticipationStatus.ATTENDED) return null;
  const meeting = draft.objects.find(({ type }) => type === 'Meeting');
  // Of a meeting that this input says was held, one warning is enough.
  if (meeting === undefined || context.given(meeting, 'status') === EventStatus.HELD) return null;
  const known = context.timeOf(meeting);
  return known ? { event: meeting, time: known, expected: 'a plan such as PLANNED or CONFIRMED' } : null;
}

/** Who holds a post has not left it; another source may tell of the end, and then that of this one is no slip. */
function warnOfPastEnd({ node, values, draft, today }: Saying, warnings: Problems): void {
  if (node.type !== 'Tenure' || values.status !== TenureStatus.CURRENT) return;
  const end = values.end as TimeInput | undefined;
  if (end === undefined) return;
  const days = windowOf(parseTime(end));
  if (!isDated(days) || days.until >= today) return;
  const message = `${node.key} is CURRENT, but its end is past: ${timeInWords(end.edtf)}; expected ENDED, or no end`;
  warnings.add('IMPLAUSIBLE', fieldPath(draft, 'end'), message);
}

/** A part takes place while its whole does. */
function warnOfOutsidePart({ node, values, draft, context }: Saying, warnings: Problems): void {
  if (values.partOf === undefined && values.time === undefined) return;
  if (node.type !== 'Meeting' && node.type !== 'Development') return;
  const whole = isNodeRef(values.partOf) ? values.partOf : context.wholeOf(node);
  const [time, around] = [
    (values.time as TimeInput | undefined) ?? context.timeOf(node),
    whole && context.timeOf(whole),
  ];
  if (!whole || !time || !around) return;
  const days = windowOf(parseTime(time));
  const all = windowOf(parseTime(around));
  if (!endsBefore(days, all) && !endsBefore(all, days)) return;
  const message =
    `${node.key} has its time ${timeInWords(time.edtf)}, outside of ${whole.key}, of which it is a part: ` +
    `${timeInWords(around.edtf)}; expected a time within it, or another whole`;
  warnings.add('IMPLAUSIBLE', fieldPath(draft, values.partOf === undefined ? 'time' : 'partOf'), message);
}

/** No meeting has always been going on: what is meant is some day before another. */
function warnOfMissingBegin({ node, values, draft }: Saying, warnings: Problems): void {
  const edtf = (values.time as TimeInput | undefined)?.edtf;
  if (node.type !== 'Meeting' || edtf?.startsWith('../') !== true) return;
  const message =
    `${edtf} is a meeting without a beginning, which contradicts any day that another source gives; ` +
    `expected [..${edtf.slice('../'.length)}] for some day until then, or no time`;
  warnings.add('IMPLAUSIBLE', fieldPath(draft, 'time'), message);
}

/** Who acts in a post acts for the country whose post it is; a country or organization itself takes part by one in a post of its. */
function warnOfForeignPost({ node, values, draft, context }: Saying, warnings: Problems): void {
  const { capacity, onBehalfOf } = values;
  if (node.type !== 'Participation' || !isNodeRef(capacity)) return;
  const isForItself = draft.subject.type === 'Country' || draft.subject.type === 'Organization';
  const principal = isForItself ? draft.subject : onBehalfOf;
  if (!isNodeRef(principal)) return;
  const [own, represented] = [capacity, principal].map((each) => context.countryOf(each));
  if (!own || !represented || own.id === represented.id) return;
  const field = isForItself ? 'actor' : 'onBehalfOf';
  const message =
    `${capacity.key} is a post of ${own.key}, and here its holder acts for ${principal.key}; ` +
    `expected a post of ${represented.key}, or ${field}: ${own.key}`;
  warnings.add('IMPLAUSIBLE', fieldPath(draft, isForItself ? 'capacity' : field), message);
}

const silenceMessage = ({ node, typeSpec }: InputRow): string =>
  `the row refers to ${node.key}, ${withArticle(node.type)}, and says nothing of it; give ${tellingFields[typeSpec.type] ?? 'names'}, ` +
  'or another field, or leave the row out';

/** Fields that a row of the type is likely to have lost. */
const tellingFields: Partial<Record<TypeName, string>> = {
  Statement: 'speakers or gist',
  Meeting: 'status or time',
  Development: 'status or time',
  Tenure: 'status or start',
  Membership: 'role or start',
  Document: 'title or published',
};

/** The field of a row; an explicit claim as a whole. */
const fieldPath = ({ isGenerated, path }: ClaimDraft, field: string): InputPath =>
  isGenerated ? [...path, field] : path;
