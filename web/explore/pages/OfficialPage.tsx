import { Link } from 'wouter';
import { exportAddress, listAddress } from '../address.ts';
import { OfficialPageDocument } from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { Attendances } from '../parts/Attendances.tsx';
import { EntityFrame } from '../parts/EntityFrame.tsx';
import { ThingLink } from '../parts/Link.tsx';
import { MetMost } from '../parts/MetMost.tsx';
import { Section } from '../parts/Page.tsx';
import { Statements } from '../parts/Statements.tsx';
import { Terms } from '../parts/Terms.tsx';
import { YearStrip } from '../parts/YearStrip.tsx';
import { counted } from '../words.ts';
import { NotFound } from './NotFound.tsx';

/** A person: posts, meetings and as what, whom he or she met most, and what was said. */
export default function OfficialPage({ of }: { of: string }) {
  const variables = { ref: of };
  return (
    <Ask question={OfficialPageDocument} variables={variables}>
      {({ official, attended }) => {
        if (!official) return <NotFound what="official" sought={of} />;
        const { country, tenures, participations, statements } = official;
        const now = tenures.filter(({ status }) => status === 'CURRENT');
        return (
          <EntityFrame
            entity={official}
            kicker={
              <>
                Official
                {country && (
                  <>
                    {' '}
                    of <ThingLink to={country} />
                  </>
                )}
              </>
            }
            lead={
              now.length > 0 &&
              now.map(({ key, post }) => (
                <div key={key}>
                  <ThingLink to={post} />
                </div>
              ))
            }
            asked={{ question: OfficialPageDocument, variables }}
            downloads={{
              'Meetings, and as what (CSV)': exportAddress('participations', 'csv', { actors: of }),
            }}
          >
            {tenures.length > 0 && (
              <Section title="Posts">
                <Terms terms={tenures} by="post" />
              </Section>
            )}
            <Section title="Meetings">
              <p>
                {attended.totalCount === 0 ? (
                  'No meeting is recorded that was attended.'
                ) : (
                  <>
                    Was at{' '}
                    <Link href={listAddress('meetings', { actors: of })}>
                      {counted(attended.totalCount, 'meeting')}
                    </Link>
                    {participations.totalCount > participations.nodes.length &&
                      `. Below are the latest ${participations.nodes.length} of ${participations.totalCount} roles in meetings, plans included`}
                    .
                  </>
                )}
              </p>
              <YearStrip counts={attended.counts} filters={{ actors: of }} />
              <Attendances attendances={participations.nodes} />
            </Section>
            <MetMost of={of} years={attended.counts} />
            <Section title="Said" count={statements.totalCount}>
              {statements.totalCount === 0 ? (
                <p>No statement of {official.name} is recorded.</p>
              ) : (
                <Statements statements={statements.nodes} />
              )}
            </Section>
          </EntityFrame>
        );
      }}
    </Ask>
  );
}
