import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../api/ask.ts';
import {
  ChangesSinceDocument,
  type RecentChangeFragment,
  UnmergeEntitiesDocument,
  WhoAmIDocument,
} from '../api/documents.generated.ts';
import { useLang } from '../languages.ts';
import { Ask, Coming, Failed } from '../parts/Ask.tsx';
import { momentInWords } from '../parts/moment.ts';
import { ThingLink } from '../parts/Link.tsx';
import { InWords } from '../record/InWords.tsx';
import { counted } from '../words.ts';
import { type Activity, activitiesOf, meetingOf } from './activities.ts';
import { Decision } from './Decision.tsx';
import { TakeBack } from './TakeBack.tsx';

/** What was recorded since midnight of the reader: with a key what its owner recorded, without one what anybody did. */
export function TodayReview() {
  return (
    <Ask question={WhoAmIDocument} variables={{}}>
      {({ viewer }) => <Today by={viewer?.name ?? null} />}
    </Ask>
  );
}

const AT_ONCE = 100;

function Today({ by }: { by: string | null }) {
  const lang = useLang();
  const [since] = useState(() => new Date(new Date().setHours(0, 0, 0, 0)).toISOString());
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['changes since', since, by, lang],
    queryFn: async ({ pageParam: before, signal }) =>
      (await ask(ChangesSinceDocument, { since, by, before, lang }, signal)).changes,
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.length < AT_ONCE ? undefined : page[0]?.cursor),
  });
  if (error) return <Failed error={error} again={() => void refetch()} />;
  if (data === undefined) return <Coming />;
  const activities = activitiesOf(data.pages.toReversed().flat());
  return (
    <>
      <p className="aside">{by === null ? 'By anybody: with a key, only what you recorded.' : `By ${by}.`}</p>
      {activities.length === 0 && <p>Nothing was recorded since midnight.</p>}
      <ol className="activities">
        {activities.map((activity) => (
          <li key={`${activity.at} ${activity.by}`}>
            <ActivityDone activity={activity} />
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <button type="button" onClick={() => void fetchNextPage()}>
          Show earlier
        </button>
      )}
    </>
  );
}

/** The claims that an activity added, as they are now. */
const claimsOf = (changes: readonly RecentChangeFragment[], keys: readonly string[]) =>
  changes.flatMap(({ node, key }) =>
    node?.__typename === 'Claim' && key !== null && keys.includes(key) ? [node] : [],
  );

function ActivityDone({ activity: { at, by, reason, changes, claims, merged } }: { activity: Activity }) {
  const added = claimsOf(changes, claims);
  const meeting = meetingOf(changes);
  return (
    <article className="activity">
      <h2>
        <time dateTime={at}>{momentInWords(at)}</time> · {by}
        {meeting && (
          <>
            {' · '}
            <ThingLink to={meeting} />
          </>
        )}
      </h2>
      {reason !== null && <p>“{reason}”</p>}
      <InWords changes={changes} nothing="Only claims were added." />
      {added.length > 0 && (
        <details>
          <summary>{counted(added.length, 'claim')} added</summary>
          <ul className="in-words">
            {added.map((claim) => (
              <li key={claim.key}>
                <ThingLink to={claim} /> {claims.length > 1 && <TakeBack claims={[claim.key]} what={claim.text} />}
              </li>
            ))}
          </ul>
        </details>
      )}
      <TakeBack claims={claims} what={claims.length === 1 ? 'The claim' : `All ${claims.length} claims`} />
      {merged.map(({ id, name }) => (
        <Unmerge key={id} id={id} name={name} />
      ))}
    </article>
  );
}

function Unmerge({ id, name }: { id: string; name: string }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <button type="button" onClick={() => setOpen(true)}>
        Undo the merger of {name}
      </button>
    );
  return (
    <Decision
      id={['unmerge', id]}
      verb="Undo the merger"
      decide={async (options, signal) =>
        (await ask(UnmergeEntitiesDocument, { merged: id, ...options }, signal)).unmergeEntities
      }
      onDone={() => setOpen(false)}
      onCancel={() => setOpen(false)}
    />
  );
}
