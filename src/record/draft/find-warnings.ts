import { endsBefore, isDated, parseTime, windowOf } from '../../domain/time/time.ts';
import { timeInWords } from '../../domain/time/time-in-words.ts';
import { Polarity, TenureStatus } from '../../domain/vocabulary.generated.ts';
import { type TypeName, withArticle } from '../../domain/node-types.ts';
import { type Tx } from '../../graph/database.ts';
import { type Problem } from '../input/problem.ts';
import { type TimeInput } from '../input/record-input.ts';
import { type InputRow } from '../resolve/input-rows.ts';
import { Problems } from '../resolve/problems.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type ResolvedInput } from '../resolve/resolve.ts';
import { warnOfForeignPost } from './foreign-post-warnings.ts';
import { warnOfFuture, warnOfUnpublished } from './future-warnings.ts';
import { KnownContext } from './known-context.ts';
import { type PreparedInput } from './prepare-input.ts';
import { isNodeRef } from './row-values.ts';
import { type Saying, fieldPath } from './saying.ts';

/**
 * Finds what can be recorded, but is probably a slip: what happened in the future, an end that is past of what is current, a part
 * outside of its whole, a meeting without a beginning, a post of another country than the one that its holder serves, and rows that
 * say nothing. Unlike a problem, a warning stops no write by itself.
 *
 * @param at The instant of the recording.
 */
export async function findWarnings(tx: Tx, { drafted, resolved }: PreparedInput, at: string): Promise<Problem[]> {
  const warnings = new Problems();
  const context = await KnownContext.load(tx, drafted);
  const today = at.slice(0, 10);
  for (const draft of drafted.drafts.filter(({ polarity }) => polarity === Polarity.AFFIRMATIVE)) {
    const { published } = resolved.sources[draft.path[0] as number]!;
    const sayings = draft.supports.map((support): Saying => {
      const endpoints = knownEndpoints(support.node, resolved);
      return { ...support, draft, endpoints, context, published, today };
    });
    warnOfFuture(draft, sayings, { published, today }, warnings);
    for (const saying of sayings) {
      warnOfPastEnd(saying, warnings);
      warnOfOutsidePart(saying, warnings);
      warnOfMissingBegin(saying, warnings);
      warnOfForeignPost(saying, warnings);
    }
  }
  for (const description of drafted.descriptions) warnOfUnpublished(description, today, warnings);
  for (const row of drafted.silentRows) warnings.add('SAYS_NOTHING', row.path, silenceMessage(row));
  return warnings.withSuggestions(tx, new Map());
}

/** The nodes that a fact joins, as far as this input speaks of it. */
function knownEndpoints(fact: NodeRef, { factIdentities, registry, endpointsOf }: ResolvedInput): readonly NodeRef[] {
  const isKnown = factIdentities.has(fact.id) || (registry.stored(fact.id)?.slot ?? null) !== null;
  // Those of a stored fact are loaded only where it has a row.
  return isKnown ? (endpointsOf(fact) as readonly (NodeRef | undefined)[]).filter((each) => each !== undefined) : [];
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
