import { Link } from 'wouter';
import { ReviewCountsDocument } from '../api/documents.generated.ts';
import { useKey } from '../api/key.ts';
import { NotFound } from '../pages/NotFound.tsx';
import { Ask } from '../parts/Ask.tsx';
import { NeedsKey } from '../parts/NeedsKey.tsx';
import { Page } from '../parts/Page.tsx';
import { ConflictsReview } from './ConflictsReview.tsx';
import { DuplicatesReview } from './DuplicatesReview.tsx';
import { OverdueReview } from './OverdueReview.tsx';
import { TodayReview } from './TodayReview.tsx';

/** The lists, by the end of their address. */
const LISTS = {
  conflicts: {
    title: 'Where sources disagree',
    about: 'Accept the claims that you have checked, and dispute those that you doubt. The record follows.',
    View: ConflictsReview,
  },
  duplicates: {
    title: 'Who and what may be the same',
    about: 'Two that are one are merged; two that are two leave the list for good.',
    View: DuplicatesReview,
  },
  overdue: {
    title: 'Plans whose day is past',
    about: 'No source says yet what came of them. Record one that does.',
    View: OverdueReview,
  },
  today: {
    title: 'What was recorded today',
    about: 'Each claim can be taken back, and each merger undone; the history keeps both.',
    View: TodayReview,
  },
} as const;

type ListName = keyof typeof LISTS;

/** What waits for an analyst: an overview, or one of the lists. All can be read without a key. */
export default function ReviewPage({ list }: { list: string | undefined }) {
  if (list === undefined) return <Overview />;
  if (!(list in LISTS)) return <NotFound what="view" sought={`review/${list}`} />;
  const { title, about, View } = LISTS[list as ListName];
  return (
    <Page title={title} kicker={<Link href="/explore/review">Review</Link>} lead={about}>
      <Lists current={list as ListName} />
      <Key />
      <View />
    </Page>
  );
}

function Key() {
  return useKey() === null && <NeedsKey for="Deciding" />;
}

function Lists({ current }: { current: ListName }) {
  return (
    <nav className="choices" aria-label="Lists to review">
      {Object.entries(LISTS).map(([name, { title }]) => (
        <Link key={name} href={`/explore/review/${name}`} aria-current={name === current ? 'page' : undefined}>
          {title}
        </Link>
      ))}
    </nav>
  );
}

function Overview() {
  return (
    <Page title="Review" kicker="For analysts" lead="What the record cannot decide by itself, list by list.">
      <Ask question={ReviewCountsDocument} variables={{}}>
        {({ conflicts, possibleDuplicates, plans }) => {
          const counts: Partial<Record<ListName, number>> = {
            conflicts: conflicts.totalCount,
            duplicates: possibleDuplicates.totalCount,
            overdue: plans.totalCount,
          };
          return (
            <ul className="review-lists">
              {Object.entries(LISTS).map(([name, { title, about }]) => (
                <li key={name}>
                  <h2>
                    <Link href={`/explore/review/${name}`}>{title}</Link>{' '}
                    <span className="count">{counts[name as ListName]?.toLocaleString('en')}</span>
                  </h2>
                  <p>{about}</p>
                </li>
              ))}
            </ul>
          );
        }}
      </Ask>
    </Page>
  );
}
