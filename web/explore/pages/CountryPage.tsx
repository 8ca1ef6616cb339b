import { Link } from 'wouter';
import { exportAddress, listAddress } from '../address.ts';
import { CountryPageDocument } from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { EntityFrame } from '../parts/EntityFrame.tsx';
import { MeetingRows } from '../parts/Meetings.tsx';
import { Memberships } from '../parts/Memberships.tsx';
import { MetMost } from '../parts/MetMost.tsx';
import { Section } from '../parts/Page.tsx';
import { Statements } from '../parts/Statements.tsx';
import { Terms } from '../parts/Terms.tsx';
import { today } from '../parts/today.ts';
import { YearStrip } from '../parts/YearStrip.tsx';
import { counted } from '../words.ts';
import { NotFound } from './NotFound.tsx';

/** A country: who holds its posts today, its meetings, whom it met most, and what it belongs to. */
export default function CountryPage({ of }: { of: string }) {
  const variables = { ref: of, today: today() };
  return (
    <Ask question={CountryPageDocument} variables={variables}>
      {({ country, officeHolders, attended }) => {
        if (!country) return <NotFound what="country" sought={of} />;
        const { memberships, officials, statements } = country;
        return (
          <EntityFrame
            entity={country}
            kicker="Country"
            asked={{ question: CountryPageDocument, variables }}
            downloads={{
              'Its meetings (CSV)': exportAddress('meetings', 'csv', { actors: of }),
              'Who took part for it (CSV)': exportAddress('participations', 'csv', { onBehalfOf: of }),
              'Network of countries around it (GEXF, for Gephi)': exportAddress('network', 'gexf', {
                nodes: 'COUNTRY',
                around: of,
              }),
            }}
          >
            {officeHolders.length > 0 && (
              <Section title="In office today" count={officeHolders.length}>
                <Terms terms={officeHolders} by="official" withPost />
                <p>
                  <Link href={listAddress('officials', { country: of })}>
                    {counted(officials.totalCount, 'official')} of {country.name}
                  </Link>
                  {' · '}
                  <Link href={listAddress('posts', { country: of })}>its posts</Link>
                </p>
              </Section>
            )}
            <Section title="Meetings it was at" count={attended.totalCount}>
              <YearStrip counts={attended.counts} filters={{ actors: of }} />
              <MeetingRows meetings={attended.nodes} />
              <p>
                {attended.totalCount > attended.nodes.length && (
                  <>
                    The latest {attended.nodes.length} are shown:{' '}
                    <Link href={listAddress('meetings', { actors: of })}>all {attended.totalCount}</Link>.{' '}
                  </>
                )}
                <Link href={listAddress('meetings', { 'participation.onBehalfOf': of, statuses: 'SCHEDULED' })}>
                  Planned with somebody on its behalf
                </Link>
              </p>
            </Section>
            <MetMost of={of} years={attended.counts} />
            {memberships.length > 0 && (
              <Section title="Belongs to" count={memberships.length}>
                <Memberships of={memberships} by="organization" />
              </Section>
            )}
            {statements.totalCount > 0 && (
              <Section title="Said" count={statements.totalCount}>
                <Statements statements={statements.nodes} />
              </Section>
            )}
          </EntityFrame>
        );
      }}
    </Ask>
  );
}
