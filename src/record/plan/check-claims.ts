import { nearest } from '../../domain/identity.ts';
import { EventStatus, ParticipationStatus, TenureStatus } from '../../domain/vocabulary.generated.ts';
import { type TypeName } from '../../domain/thing-types.ts';
import { type Draft } from './draft.ts';
import { ordinalOf } from './implied.ts';
import { type Problems } from './problems.ts';

/** Checks that claims bring what their type speaks of. Claims that rows make need no check. */
export function checkClaims(drafts: readonly Draft[], problems: Problems): void {
  for (const draft of drafts.filter(({ textMade }) => !textMade)) {
    checkContent(draft, problems);
    for (const { to, path } of draft.relations) {
      if (draft.key !== null && to === draft.key) problems.invalid(path, 'a claim does not stand to itself');
    }
  }
}

function checkContent(draft: Draft, problems: Problems): void {
  const { type, path, value, count, objects, supports, quantifier } = draft;
  const speaksFor = (wanted: TypeName) => quantifier === null && supports.some(({ thing }) => thing.type === wanted);
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
      if (speaksFor('Meeting') && !objects.some((object) => object.type === 'Place'))
        problems.invalid([...path, 'objects'], 'a HELD_AT claim about a meeting needs a place among its objects');
      break;
    case 'TIME':
    case 'FOUNDED':
      if (draft.time === null) problems.invalid(path, `a ${type} claim needs time`);
      break;
    case 'STATUS':
      for (const { thing } of supports) checkStatus(thing.type, value, draft, problems);
      break;
    default:
  }
}

const statuses: Partial<Record<TypeName, readonly string[]>> = {
  Meeting: Object.values(EventStatus),
  Development: Object.values(EventStatus),
  Participation: Object.values(ParticipationStatus),
  Tenure: Object.values(TenureStatus),
};

function checkStatus(type: TypeName, value: string | null, { path }: Draft, problems: Problems): void {
  const words = statuses[type];
  if (!words || (value !== null && words.includes(value))) return;
  const message = `a STATUS claim about ${type} needs one of ${words.join(', ')} as its value`;
  problems.add('INVALID', [...path, 'value'], message, value === null ? [] : nearest(value, words));
}
