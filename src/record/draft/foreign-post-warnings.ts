import { listed } from '../../domain/listed.ts';
import { type NodeRef } from '../resolve/node-ref.ts';
import { type Problems } from '../resolve/problems.ts';
import { isNodeRef } from './row-values.ts';
import { type Saying, fieldPath } from './saying.ts';

/** The posts that somebody holds, and those in which somebody acts or speaks, are of the country that is served. */
export function warnOfForeignPost(saying: Saying, warnings: Problems): void {
  if (saying.node.type === 'Participation') warnOfForeignParticipant(saying, warnings);
  if (saying.node.type === 'Tenure') warnOfForeignTenure(saying, warnings);
  if (saying.node.type === 'Statement') warnOfForeignSpeaker(saying, warnings);
}

/** Who acts in a post acts for the country whose post it is; a country or organization itself takes part by one in a post of its. */
function warnOfForeignParticipant(saying: Saying, warnings: Problems): void {
  const { values, draft, context } = saying;
  const [actor = draft.subject] = saying.endpoints;
  const isForItself = actor.type === 'Country' || actor.type === 'Organization';
  const [capacity, onBehalfOf, standsInFor] = [values.capacity, values.onBehalfOf, values.standsInFor].map((each) =>
    isNodeRef(each) ? each : null,
  );
  const principal = isForItself ? actor : onBehalfOf;
  const own = capacity && context.countryOf(capacity);
  const represented = principal && context.countryOf(principal);
  const warn = (field: string, message: string) => warnings.add('IMPLAUSIBLE', fieldPath(draft, field), message);
  if (own && represented && own.id !== represented.id) {
    const field = isForItself ? 'actor' : 'onBehalfOf';
    const message =
      `${capacity.key} is a post of ${own.key}, and here its holder acts for ${principal.key}; ` +
      `expected a post of ${represented.key}, or ${field}: ${own.key}`;
    warn(isForItself ? 'capacity' : field, message);
  } else if (isForItself) {
    if (!standsInFor || !represented || !isForeign(standsInFor, represented, saying)) return;
    const message =
      `${standsInFor.key} serves ${servedBy(standsInFor, saying)}, and here somebody of ${represented.key} stands in; ` +
      `expected an official of ${represented.key}, or another actor`;
    warn('standsInFor', message);
  } else if (own) {
    if (isForeign(actor, own, saying)) warn('capacity', foreignPostMessage(actor, capacity, own, saying));
  } else if (represented && isForeign(actor, represented, saying)) {
    const message =
      `${actor.key} serves ${servedBy(actor, saying)}, and here acts for ${principal.key} without a post of ${represented.key}; ` +
      `expected a capacity of ${represented.key}, or no onBehalfOf`;
    warn('onBehalfOf', message);
  }
}

/** People do serve abroad, so one term in the country, in the record or in this input, is enough to have no warning. */
function warnOfForeignTenure(saying: Saying, warnings: Problems): void {
  const { draft, context } = saying;
  const [official, post] = saying.endpoints;
  if (!official || !post || context.knownCountries(official).length === 0) return;
  const country = context.countryOf(post);
  if (country && isForeign(official, country, saying))
    warnings.add('IMPLAUSIBLE', fieldPath(draft, 'post'), foreignPostMessage(official, post, country, saying));
}

/** Of several speakers, the one who holds the post speaks in it. */
function warnOfForeignSpeaker(saying: Saying, warnings: Problems): void {
  const { values, draft, context } = saying;
  const { capacity } = values;
  const speakers = (Array.isArray(values.speakers) ? values.speakers : []).filter(isNodeRef);
  const country = isNodeRef(capacity) ? context.countryOf(capacity) : null;
  if (!isNodeRef(capacity) || !country || speakers.length === 0) return;
  if (!speakers.every((speaker) => isForeign(speaker, country, saying))) return;
  warnings.add(
    'IMPLAUSIBLE',
    fieldPath(draft, 'capacity'),
    foreignPostMessage(speakers[0]!, capacity, country, saying),
  );
}

/** Whether all countries that an official is known to serve or to have served are others; false if none is known. */
function isForeign(official: NodeRef, country: NodeRef, saying: Saying): boolean {
  const served = countriesServed(official, saying);
  return official.type === 'Official' && served.length > 0 && !served.some(({ id }) => id === country.id);
}

/** Without the term of which the saying itself tells. */
const countriesServed = (official: NodeRef, { context, node }: Saying): NodeRef[] => [
  ...context.knownCountries(official),
  ...context.givenTerms(official).flatMap(({ tenure, post }) => {
    const country = tenure.id === node.id ? null : context.countryOf(post);
    return country ? [country] : [];
  }),
];

const servedBy = (official: NodeRef, saying: Saying): string =>
  listed([...new Set(countriesServed(official, saying).map(({ key }) => key))]);

const foreignPostMessage = (official: NodeRef, post: NodeRef, country: NodeRef, saying: Saying): string =>
  `${post.key} is a post of ${country.key}, and ${official.key} serves ${servedBy(official, saying)}; ` +
  `expected another post, or an official of ${country.key}`;
