import { Link } from 'wouter';
import { exportAddress, listAddress } from '../address.ts';
import { OrganizationPageDocument, SaidBySourceDocument } from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { Attendances } from '../parts/Attendances.tsx';
import { ClaimPages } from '../parts/Claims.tsx';
import { EntityFrame } from '../parts/EntityFrame.tsx';
import { FactRow, Facts } from '../parts/Facts.tsx';
import { ThingLink } from '../parts/Link.tsx';
import { MeetingRows } from '../parts/Meetings.tsx';
import { Memberships } from '../parts/Memberships.tsx';
import { Section } from '../parts/Page.tsx';
import { Statements } from '../parts/Statements.tsx';
import { When } from '../parts/When.tsx';
import { YearStrip } from '../parts/YearStrip.tsx';
import { capitalised, inWords } from '../words.ts';
import { NotFound } from './NotFound.tsx';

/** An organization: what it is, its meetings, its members, its posts, and where it took part itself. */
export default function OrganizationPage({ of }: { of: string }) {
  const variables = { ref: of };
  return (
    <Ask question={OrganizationPageDocument} variables={variables}>
      {({ organization, meetings, posts }) => {
        if (!organization) return <NotFound what="organization" sought={of} />;
        const { kind, country, parent, founded, dissolved, members, participations, statements } = organization;
        return (
          <EntityFrame
            entity={organization}
            kicker={capitalised(inWords(kind))}
            asked={{ question: OrganizationPageDocument, variables }}
            downloads={{
              'Its meetings (CSV)': exportAddress('meetings', 'csv', { body: of }),
              'Who was at its meetings (CSV)': exportAddress('participations', 'csv', { body: of }),
              'Who met at its meetings (GEXF, for Gephi)': exportAddress('network', 'gexf', { body: of }),
            }}
          >
            <Facts>
              <FactRow name="Of">{country && <ThingLink to={country} />}</FactRow>
              <FactRow name="Part of">{parent && <ThingLink to={parent} />}</FactRow>
              <FactRow name="Founded" said={{ of, slot: 'founded' }}>
                {founded.edtf !== null && <When time={founded} />}
              </FactRow>
              <FactRow name="Dissolved" said={{ of, slot: 'dissolved' }}>
                {dissolved.edtf !== null && <When time={dissolved} />}
              </FactRow>
            </Facts>
            {meetings.totalCount > 0 && (
              <Section title="Its meetings" count={meetings.totalCount}>
                <YearStrip counts={meetings.counts} filters={{ body: of }} />
                <MeetingRows meetings={meetings.nodes} />
                <p>
                  <Link href={listAddress('meetings', { body: of })}>All of them</Link>
                  {' · '}
                  <Link href={`/explore/pictures/levels?body=${of}`}>who came, by rank</Link>
                  {' · '}
                  <Link href={`/explore/pictures/network?body=${of}`}>who met whom there</Link>
                </p>
              </Section>
            )}
            {members.length > 0 && (
              <Section title="Members" count={members.length}>
                <Memberships of={members} by="member" />
              </Section>
            )}
            {posts.totalCount > 0 && (
              <Section title="Posts" count={posts.totalCount}>
                <ul className="names">
                  {posts.nodes.map((post) => (
                    <li key={post.key}>
                      <ThingLink to={post} />
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {participations.totalCount > 0 && (
              <Section title="Took part itself" count={participations.totalCount}>
                <Attendances attendances={participations.nodes} />
              </Section>
            )}
            {kind === 'MEDIA' && (
              <Section title="What it reports">
                <ClaimPages question={SaidBySourceDocument} of={of} after={null} />
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
