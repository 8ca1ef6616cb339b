import { closestMatches } from '../../domain/identity/keys.ts';
import { EventStatus, ParticipationStatus, TenureStatus } from '../../domain/vocabulary.generated.ts';
import { type TypeName } from '../../domain/node-types.ts';
import { venueTypes } from '../input/type-specs.ts';
import { type ClaimDraft } from './claim-draft.ts';
import { ordinalOf } from './implied-values.ts';
import { type Problems } from '../resolve/problems.ts';

/** Checks that explicit claims have the fields that their type requires. */
export function checkClaims(drafts: readonly ClaimDraft[], problems: Problems): void {
  for (const draft of drafts.filter(({ isGenerated }) => !isGenerated)) {
    checkContent(draft, problems);
    for (const { to, path } of draft.relations) {
      if (draft.key !== null && to === draft.key) problems.invalid(path, 'a claim cannot relate to itself');
    }
  }
}

function checkContent(draft: ClaimDraft, problems: Problems): void {
  const { type, path, value, count, objects, supports, quantifier } = draft;
  const supportsType = (wanted: TypeName) => quantifier === null && supports.some(({ node }) => node.type === wanted);
  switch (type) {
    case 'ORDINAL':
      if (ordinalOf(draft) === null)
        problems.invalid([...path, 'value'], 'an ORDINAL claim needs value: a whole number such as "26"');
      break;
    case 'PARTICIPANT_COUNT':
    case 'MEMBER_COUNT':
      if (!count) problems.invalid(path, `a ${type} claim needs count: the number and how exact it is`);
      break;
    case 'LOCATED_IN':
    case 'OPERATED_BY':
      if (objects.length === 0)
        problems.invalid(
          path,
          `a ${type} claim needs objects: ${type === 'LOCATED_IN' ? 'where it lies' : 'who runs it'}`,
        );
      break;
    case 'HELD_AT':
      if (supportsType('Meeting') && !objects.some(({ type: object }) => venueTypes.includes(object)))
        problems.invalid(
          [...path, 'objects'],
          'a HELD_AT claim about a meeting needs a place or country among its objects',
        );
      break;
    case 'TIME':
    case 'FOUNDED':
      if (draft.time === null) problems.invalid(path, `a ${type} claim needs time`);
      break;
    case 'STATUS':
      for (const { node } of supports) checkStatus(node.type, value, draft, problems);
      break;
    default:
  }
}

const allowedStatuses: Partial<Record<TypeName, readonly string[]>> = {
  Meeting: Object.values(EventStatus),
  Development: Object.values(EventStatus),
  Participation: Object.values(ParticipationStatus),
  Tenure: Object.values(TenureStatus),
};

function checkStatus(type: TypeName, value: string | null, { path }: ClaimDraft, problems: Problems): void {
  const allowed = allowedStatuses[type];
  if (!allowed || (value !== null && allowed.includes(value))) return;
  const message = `a STATUS claim about ${type} needs one of ${allowed.join(', ')} as its value`;
  problems.add('INVALID', [...path, 'value'], message, value === null ? [] : closestMatches(value, allowed));
}
