/// <reference lib="dom" />
import { flushSync } from 'react-dom';
import {
  EntityType,
  Level,
  ParticipationMode,
  ParticipationStatus,
  Role,
} from '../../../src/domain/vocabulary.generated.ts';
import { PostsOfDocument } from '../api/documents.generated.ts';
import { useAsk } from '../parts/Ask.tsx';
import { dayOf } from './built-time.ts';
import { type Chosen, type ParticipantDraft, nextParticipant, withChanged, withoutParticipant } from './draft.ts';
import { Choice, TextField } from './Field.tsx';
import { chosenOf, goToField, idOfField, useForm } from './form.ts';
import { Picker } from './Picker.tsx';

const ACTORS = [EntityType.OFFICIAL, EntityType.COUNTRY, EntityType.ORGANIZATION];

/** Who took part, one row for each actor and role. A new row takes the focus, so that rows follow one another without the mouse. */
export function Participants() {
  const { draft, change } = useForm();
  const { participants } = draft;
  const add = () => {
    flushSync(() => change((now) => ({ ...now, participants: [...now.participants, nextParticipant(now)] })));
    goToField(`participants.${participants.length}.actor`);
  };
  const remove = (index: number) => {
    flushSync(() => change((now) => withoutParticipant(now, index)));
    document.getElementById('add-participant')?.focus();
  };
  return (
    <fieldset className="part" id={idOfField('participants')}>
      <legend>Who took part</legend>
      {participants.length === 0 && <p className="aside">Nobody yet. Leave it so if the source names nobody.</p>}
      {participants.map((participant, index) => (
        <Participant
          // Rows have no identity but their place.
          key={index}
          index={index}
          participant={participant}
          set={(part) => change((now) => ({ ...now, participants: withChanged(now.participants, index, part) }))}
          onRemove={() => remove(index)}
        />
      ))}
      <button type="button" id="add-participant" onClick={add}>
        Add a participant
      </button>
    </fieldset>
  );
}

function Participant({
  index,
  participant,
  set,
  onRemove,
}: {
  index: number;
  participant: ParticipantDraft;
  set: (part: Partial<ParticipantDraft>) => void;
  onRemove: () => void;
}) {
  const { actor, role, status, capacity, onBehalfOf, standsInFor, level, mode, paragraph, inferred, note } =
    participant;
  const hasMore = standsInFor !== null || inferred || [level, mode, paragraph, note].some((text) => text !== '');
  const name = (field: string) => `participants.${index}.${field}`;
  const { draft } = useForm();
  const offered = useOffered(actor);
  const postOfNew = (chosen: Chosen | null) => draft.added.find(({ key }) => key === chosen?.key)?.post ?? null;
  const takePost = (post: Chosen) => {
    flushSync(() => set({ capacity: post }));
    goToField(name('capacity'));
  };
  const isPerson = actor?.__typename === 'Official';
  return (
    <fieldset className="participant">
      <legend>{actor === null ? `Participant ${index + 1}` : actor.name}</legend>
      <Picker
        name={name('actor')}
        label="Who"
        types={ACTORS}
        value={actor}
        onChange={(chosen) => set({ actor: chosen, capacity: postOfNew(chosen), onBehalfOf: null })}
        addable={['Official', 'Organization']}
      />
      <div className="side-by-side">
        <Choice
          name={name('role')}
          label="Role"
          values={Object.values(Role)}
          value={role}
          onChange={(next) => set({ role: next })}
        />
        <Choice
          name={name('status')}
          label="Was there?"
          values={Object.values(ParticipationStatus).filter((each) => each !== 'UNKNOWN')}
          value={status}
          onChange={(next) => set({ status: next })}
        />
      </div>
      {actor && (
        <div className="side-by-side">
          <Picker
            name={name('capacity')}
            label={isPerson ? 'In which post' : 'Post of somebody unnamed who came'}
            types={[EntityType.POST]}
            value={capacity}
            onChange={(next) => set({ capacity: next })}
            offered={offered.posts}
            addable={['Post']}
            isDescribedElsewhere={capacity !== null && capacity.key === postOfNew(actor)?.key}
            addedIn={actor.__typename === 'Country' ? actor : (offered.countries[0]?.chosen ?? null)}
          />
          {isPerson && (
            <Picker
              name={name('onBehalfOf')}
              label="On whose behalf"
              hint={capacity === null ? 'Left empty, without a post: not known' : 'Left empty: that of the post'}
              types={[EntityType.COUNTRY, EntityType.ORGANIZATION]}
              value={onBehalfOf}
              onChange={(next) => set({ onBehalfOf: next })}
              offered={offered.countries}
            />
          )}
        </div>
      )}
      {capacity === null && offered.held.length > 0 && (
        <p className="choices held-then">
          {offered.held.map((post) => (
            <button key={post.key} type="button" onClick={() => takePost(post)}>
              As {post.name}, held on that day
            </button>
          ))}
        </p>
      )}
      <details className="more" open={hasMore}>
        <summary>Level, stand-in, remote, paragraph, remark</summary>
        <div className="side-by-side">
          <Choice
            name={name('level')}
            label="Level"
            empty={capacity === null ? 'Not known: no post chosen' : 'That of the post'}
            values={Object.values(Level)}
            value={level}
            onChange={(next) => set({ level: next })}
          />
          <Choice
            name={name('mode')}
            label="In person or remote"
            empty="The source does not say"
            values={Object.values(ParticipationMode)}
            value={mode}
            onChange={(next) => set({ mode: next })}
          />
          <Picker
            name={name('standsInFor')}
            label="In place of"
            types={[EntityType.OFFICIAL]}
            value={standsInFor}
            onChange={(next) => set({ standsInFor: next })}
            addable={['Official']}
          />
          <TextField
            name={name('paragraph')}
            label="Paragraph, if another"
            maxLength={10}
            value={paragraph}
            onChange={(next) => set({ paragraph: next })}
          />
          <TextField
            name={name('note')}
            label="Your remark on this"
            hint="For readers; it claims nothing."
            maxLength={10_000}
            value={note}
            onChange={(next) => set({ note: next })}
          />
        </div>
        <label className="check">
          <input
            type="checkbox"
            checked={inferred}
            onChange={({ currentTarget }) => set({ inferred: currentTarget.checked })}
          />
          The source says so only of several meetings at once: “all earlier meetings”
        </label>
      </details>
      <button type="button" className="small" onClick={onRemove}>
        Remove<span className="unseen"> {actor === null ? `participant ${index + 1}` : actor.name}</span>
      </button>
    </fieldset>
  );
}

interface Offered {
  /** The posts that were held on the day of the meeting, if the source gives it. */
  held: Chosen[];
  posts: { chosen: Chosen; why: string }[];
  countries: { chosen: Chosen; why: string }[];
}

/** What somebody may have taken part as: the posts held on the day of the meeting, then all others; and for which country. */
function useOffered(actor: Chosen | null): Offered {
  const { draft } = useForm();
  const added = draft.added.find(({ key }) => key === actor?.key);
  const day = dayOf(draft.time);
  const { data } = useAsk(
    PostsOfDocument,
    { ref: actor?.key ?? '', on: day },
    { enabled: actor?.__typename === 'Official' && added === undefined },
  );
  if (added)
    return {
      held: [],
      posts: added.post === null ? [] : [{ chosen: added.post, why: 'the new post' }],
      countries: added.country === null ? [] : [{ chosen: added.country, why: 'served' }],
    };
  if (!data?.official) return { held: [], posts: [], countries: [] };
  const { held, tenures, country } = data.official;
  const heldThen = new Set(day === null ? [] : held.map(({ post }) => post.key));
  const posts = [...new Map(tenures.map(({ post }) => [post.key, chosenOf(post)])).values()];
  return {
    held: posts.filter(({ key }) => heldThen.has(key)),
    posts: posts
      .toSorted((a, b) => Number(heldThen.has(b.key)) - Number(heldThen.has(a.key)))
      .map((chosen) => ({ chosen, why: heldThen.has(chosen.key) ? 'held on that day' : 'held at some time' })),
    countries: country === null ? [] : [{ chosen: chosenOf(country), why: 'served' }],
  };
}
