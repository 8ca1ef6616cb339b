import { exportAddress } from '../address.ts';
import { TopicPageDocument } from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { EntityFrame } from '../parts/EntityFrame.tsx';
import { ThingLink } from '../parts/Link.tsx';
import { MeetingRows } from '../parts/Meetings.tsx';
import { Section } from '../parts/Page.tsx';
import { Statements } from '../parts/Statements.tsx';
import { NotFound } from './NotFound.tsx';

/** A topic: the meetings and statements about it. */
export default function TopicPage({ of }: { of: string }) {
  const variables = { ref: of };
  return (
    <Ask question={TopicPageDocument} variables={variables}>
      {({ entity: topic, meetings, statements }) => {
        if (topic?.__typename !== 'Topic') return <NotFound what="topic" sought={of} />;
        return (
          <EntityFrame
            entity={topic}
            kicker={
              <>
                Topic
                {topic.broader && (
                  <>
                    {' '}
                    within <ThingLink to={topic.broader} />
                  </>
                )}
              </>
            }
            asked={{ question: TopicPageDocument, variables }}
            downloads={{ 'Meetings about it (CSV)': exportAddress('meetings', 'csv', { topic: of }) }}
          >
            {meetings.totalCount > 0 && (
              <Section title="Meetings about it" count={meetings.totalCount}>
                <MeetingRows meetings={meetings.nodes} />
              </Section>
            )}
            {statements.totalCount > 0 && (
              <Section title="Said about it" count={statements.totalCount}>
                <Statements statements={statements.nodes} />
              </Section>
            )}
          </EntityFrame>
        );
      }}
    </Ask>
  );
}
