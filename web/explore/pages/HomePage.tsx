import { Link } from 'wouter';
import { listAddress } from '../address.ts';
import { HomeDocument, type HomeQuery } from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { Changes } from '../parts/Changes.tsx';
import { MeetingRows } from '../parts/Meetings.tsx';
import { Page, Section } from '../parts/Page.tsx';
import { today } from '../parts/today.ts';
import { counted } from '../words.ts';

/** Where one begins: what the record holds, and ways into it. */
export default function HomePage() {
  return (
    <Page
      title="Who met whom, on whose word"
      kicker="The record of defence diplomacy"
      lead="Search for a person, a country or a meeting in any script, or begin with one of these."
    >
      <Ask question={HomeDocument} variables={{ today: today() }}>
        {(answer) => <Content answer={answer} />}
      </Ask>
    </Page>
  );
}

const QUESTIONS = [
  ['Where do sources disagree?', '/explore/review/conflicts'],
  ['Which plans are overdue: what became of them?', '/explore/meetings?overdue=true'],
  ['Who was at the meetings of the Ukraine Defense Contact Group?', '/explore/organization/udcg'],
  ['Who met whom?', '/explore/pictures/network'],
  ['Where did they meet?', '/explore/pictures/map'],
  ['What was said?', '/explore/statements'],
  ['Who holds which post today?', '/explore/posts'],
  ['Which pictures are there?', '/explore/pictures'],
] as const;

function Content({ answer }: { answer: HomeQuery }) {
  const {
    meetings,
    last,
    ahead,
    officials,
    countries,
    organizations,
    documents,
    claims,
    conflicts,
    changes,
    graphVersion,
  } = answer;
  const holdings = [
    ['meetings?statuses=HELD', `${counted(meetings.totalCount, 'meeting')} held`],
    ['officials', counted(officials.totalCount, 'official')],
    ['countries', counted(countries.totalCount, 'country', 'countries')],
    ['organizations', counted(organizations.totalCount, 'organization')],
    ['documents', counted(documents.totalCount, 'document')],
  ] as const;
  return (
    <>
      <ul className="holdings">
        {holdings.map(([list, words]) => (
          <li key={list}>
            <Link href={listAddress(list)}>{words}</Link>
          </li>
        ))}
        <li>{counted(claims.totalCount, 'claim')}</li>
        <li>
          <Link href="/explore/review/conflicts">{counted(conflicts.totalCount, 'disagreement')} to review</Link>
        </li>
      </ul>
      <Section title="Begin with a question">
        <ul className="questions">
          {QUESTIONS.map(([question, address]) => (
            <li key={address}>
              <Link href={address}>{question}</Link>
            </li>
          ))}
        </ul>
      </Section>
      {ahead.totalCount > 0 && (
        <Section title="Planned" count={ahead.totalCount}>
          <MeetingRows meetings={ahead.nodes} />
        </Section>
      )}
      <Section title="Held last">
        <MeetingRows meetings={last.nodes} />
        <p>
          <Link href={listAddress('meetings')}>All meetings</Link>
        </p>
      </Section>
      <Section title="Recorded last">
        <Changes changes={changes} />
        <p className="aside">This is version {graphVersion} of the record.</p>
      </Section>
    </>
  );
}
