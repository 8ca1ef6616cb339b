import { type ReactNode, useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { EventStatus, ParticipationMode, ParticipationStatus, Role } from '../../../src/domain/vocabulary.generated.ts';
import { MeetingToRecordDocument, NamesOfDocument } from '../api/documents.generated.ts';
import { useAsk } from '../parts/Ask.tsx';
import { Notice } from '../parts/Notice.tsx';
import { type Chosen, type Draft, emptyDraft, nextParticipant } from './draft.ts';
import { chosenOf } from './form.ts';
import { newId } from './new-id.ts';

/**
 * Fills the form in as the address says, once: `?meeting=meeting:udcg-26&status=HELD`, and with `actor`, `role`, `as`, `capacity`,
 * `for` and `mode` who was there. If the form has something in it already, the reader is asked first, by what is returned.
 */
export function usePrefill(isUnsaved: boolean, fill: (draft: Draft) => void): ReactNode {
  const [parameters, setParameters] = useSearchParams();
  const ref = parameters.get('meeting') ?? '';
  const refs = ['actor', 'capacity', 'for'].flatMap((name) => parameters.get(name) ?? []);
  const { data } = useAsk(MeetingToRecordDocument, { ref }, { enabled: ref !== '' });
  const { data: found } = useAsk(NamesOfDocument, { refs }, { enabled: refs.length > 0 });
  const meeting = ref === '' ? undefined : data?.meeting;
  const isKnown = meeting !== undefined && meeting !== null && (refs.length === 0 || found !== undefined);
  const named = (name: string): Chosen | null => {
    const thing = found?.entities.nodes.find(({ key }) => key === parameters.get(name));
    return thing ? chosenOf(thing) : null;
  };

  const clear = () => setParameters({}, { replace: true });
  const take = () => {
    if (!isKnown) return;
    const begun = {
      ...emptyDraft(newId()),
      known: chosenOf(meeting),
      kind: meeting.kind,
      status: oneOf(EventStatus, parameters.get('status')),
    };
    const participant = named('actor') && {
      ...nextParticipant(begun),
      actor: named('actor'),
      capacity: named('capacity'),
      onBehalfOf: named('for'),
      mode: oneOf(ParticipationMode, parameters.get('mode')),
      role: oneOf(Role, parameters.get('role')),
      status: oneOf(ParticipationStatus, parameters.get('as')),
    };
    fill({ ...begun, participants: participant ? [participant] : [] });
    clear();
  };
  useEffect(() => {
    if (isKnown && !isUnsaved) take();
    // Only that the meeting is there, and nothing is in its way, starts it.
  }, [isKnown, isUnsaved]);

  if (ref !== '' && data?.meeting === null)
    return <Notice kind="problem">The record has no meeting with the key {ref}.</Notice>;
  if (!isKnown || !isUnsaved) return null;
  return (
    <Notice kind="warning">
      <p>The form has something in it that is not recorded yet. Begin anew with {meeting.name}?</p>
      <button type="button" onClick={take}>
        Begin anew
      </button>{' '}
      <button type="button" onClick={clear}>
        Keep what is there
      </button>
    </Notice>
  );
}

const oneOf = <Value extends string>(values: Readonly<Record<string, Value>>, text: string | null): Value | '' =>
  Object.values(values).find((value) => value === text) ?? '';
