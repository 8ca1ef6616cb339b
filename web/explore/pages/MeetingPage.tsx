import { useSearchParams } from 'wouter';
import { type Parameters, exportAddress, listAddress } from '../address.ts';
import { MeetingPageDocument, type MeetingPageQuery } from '../api/documents.generated.ts';
import { Actions } from '../parts/Actions.tsx';
import { Ask } from '../parts/Ask.tsx';
import { Claims } from '../parts/Claims.tsx';
import { Conflicts } from '../parts/Conflicts.tsx';
import { FactRow, Facts } from '../parts/Facts.tsx';
import { History, KnownAt } from '../parts/History.tsx';
import { ThingLink, ThingLinks } from '../parts/Link.tsx';
import { StandingMark, StatusMark } from '../parts/Marks.tsx';
import { MeetingRows } from '../parts/Meetings.tsx';
import { Names } from '../parts/Names.tsx';
import { Page, Section } from '../parts/Page.tsx';
import { Presences } from '../parts/Presences.tsx';
import { Statements } from '../parts/Statements.tsx';
import { When } from '../parts/When.tsx';
import { capitalised, inWords } from '../words.ts';
import { NotFound } from './NotFound.tsx';

type Meeting = NonNullable<MeetingPageQuery['meeting']>;

/** A meeting: when, where, who was or is to be there, what was said there, and where sources disagree; also as known earlier. */
export default function MeetingPage({ of }: { of: string }) {
  const [parameters, setParameters] = useSearchParams();
  const knownAt = parameters.get('knownAt');
  const variables = { ref: of, knownAt };
  const then: Parameters = knownAt === null ? {} : { knownAt };
  const know = (moment: string | null) => setParameters(moment === null ? {} : { knownAt: moment }, { replace: true });
  return (
    <Ask question={MeetingPageDocument} variables={variables} keep>
      {({ meeting }) =>
        meeting === null || meeting === undefined ? (
          <NotFound what="meeting" sought={of} knownAt={knownAt} again={() => know(null)} />
        ) : (
          <Page
            title={meeting.name}
            knownAt={knownAt}
            kicker={<Kicker meeting={meeting} />}
            lead={<Lead meeting={meeting} />}
            actions={
              <Actions
                asked={{ question: MeetingPageDocument, variables }}
                about={variables}
                cite={{ list: 'meetings', parameters: { refs: of, ...then } }}
                downloads={{
                  'What is said, claim by claim (CSV)': exportAddress('claims', 'csv', { about: of, ...then }),
                  'The meeting (CSV)': exportAddress('meetings', 'csv', { refs: of, ...then }),
                }}
              >
                <KnownAt of={of} knownAt={knownAt} onChange={know} />
              </Actions>
            }
          >
            <MeetingContent meeting={meeting} knownAt={knownAt} />
            <Claims about={of} />
            <History of={of} />
          </Page>
        )
      }
    </Ask>
  );
}

function Kicker({ meeting: { kind, body, ordinal, partOf } }: { meeting: Meeting }) {
  return (
    <>
      {capitalised(inWords(kind))}
      {body && (
        <>
          {' of '}
          <ThingLink to={body} />
          {ordinal !== null && `, no. ${ordinal}`}
        </>
      )}
      {partOf && (
        <>
          , part of <ThingLink to={partOf} />
        </>
      )}
    </>
  );
}

function Lead({ meeting: { status, overdue, standing, time, place } }: { meeting: Meeting }) {
  return (
    <>
      <StatusMark status={status} overdue={overdue} /> <StandingMark standing={standing} /> <When time={time} />
      {place && (
        <>
          {' · '}
          <ThingLink to={place} />
        </>
      )}
    </>
  );
}

function MeetingContent({ meeting, knownAt }: { meeting: Meeting; knownAt: string | null }) {
  const said = (slot: string) => ({ of: meeting.key, slot });
  const { participations, statements, parts, previousTimes, attendance } = meeting;
  return (
    <>
      <Facts>
        <FactRow name="When" said={said('time')}>
          <When time={meeting.time} />
        </FactRow>
        <FactRow name="Planned before for">
          {previousTimes.map((time, index) => (
            <span key={time.edtf ?? index}>
              {index > 0 && ', '}
              <When time={time} />
            </span>
          ))}
        </FactRow>
        <FactRow name="Status" said={said('status')}>
          <StatusMark status={meeting.status} overdue={meeting.overdue} />
        </FactRow>
        <FactRow name="Where" said={said('places')}>
          {meeting.places.length > 0 && <ThingLinks to={meeting.places} />}
        </FactRow>
        <FactRow name="How" said={said('mode')}>
          {meeting.mode !== null && inWords(meeting.mode)}
        </FactRow>
        <FactRow name="Body" said={said('body')}>
          {meeting.body && (
            <>
              <ThingLink to={meeting.body} /> (
              <a href={listAddress('meetings', { body: meeting.body.key })}>all its meetings</a>)
            </>
          )}
        </FactRow>
        <FactRow name="Number in its series" said={said('ordinal')}>
          {meeting.ordinal !== null && `no. ${meeting.ordinal}`}
        </FactRow>
        <FactRow name="How many came" said={said('attendance')}>
          {attendance &&
            (attendance.comparator === 'EXACTLY'
              ? attendance.value
              : `${inWords(attendance.comparator)} ${attendance.value}`)}
        </FactRow>
        <FactRow name="About">{meeting.topics.length > 0 && <ThingLinks to={meeting.topics} />}</FactRow>
        <FactRow name="Note">{meeting.note}</FactRow>
      </Facts>
      <Section title={meeting.status === 'HELD' || meeting.status === 'ONGOING' ? 'Who was there' : 'Who is named'}>
        {participations.totalCount === 0 && <p>Nobody is recorded to have been there.</p>}
        {participations.totalCount > 0 && (
          <Presences presences={participations.nodes} of={meeting.key} knownAt={knownAt} />
        )}
        {participations.pageInfo.hasNextPage && (
          <p className="aside">The first {participations.nodes.length} are shown.</p>
        )}
      </Section>
      {statements.totalCount > 0 && (
        <Section title="What was said there" count={statements.totalCount}>
          <Statements statements={statements.nodes} />
        </Section>
      )}
      {parts.length > 0 && (
        <Section title="Meetings within it" count={parts.length}>
          <MeetingRows meetings={parts} />
        </Section>
      )}
      <Conflicts conflicts={meeting.conflicts} />
      <Names of={meeting.key} names={meeting.names} externalIds={meeting.externalIds} />
    </>
  );
}
