import { exportAddress } from '../address.ts';
import { ClaimPageDocument, type ClaimPageQuery } from '../api/documents.generated.ts';
import { Actions } from '../parts/Actions.tsx';
import { Ask } from '../parts/Ask.tsx';
import { momentInWords } from '../parts/moment.ts';
import { Evidence } from '../parts/Evidence.tsx';
import { FactRow, Facts } from '../parts/Facts.tsx';
import { ThingLink, ThingLinks } from '../parts/Link.tsx';
import { Page, Section } from '../parts/Page.tsx';
import { slotInWords, valueInWords } from '../parts/slots.ts';
import { inWords } from '../words.ts';
import { NotFound } from './NotFound.tsx';

type Supported = NonNullable<ClaimPageQuery['claim']>['supports'][number];

/** One claim by itself: what it says of what, who says so, and what became of it. */
export default function ClaimPage({ of }: { of: string }) {
  const variables = { ref: of };
  return (
    <Ask question={ClaimPageDocument} variables={variables}>
      {({ claim }) => {
        if (!claim) return <NotFound what="claim" sought={of} />;
        return (
          <Page
            title={claim.text}
            kicker={`Claim: ${inWords(claim.type)}`}
            actions={
              <Actions
                asked={{ question: ClaimPageDocument, variables }}
                cite={{ list: 'claims', parameters: { refs: of } }}
                downloads={{
                  'All that is said of the same (CSV)': exportAddress('claims', 'csv', { about: claim.subject.key }),
                }}
              />
            }
          >
            <Evidence claim={claim} />
            <Section title="What it says, value by value">
              <Facts>
                <FactRow name="Of">
                  <ThingLink to={claim.subject} />
                </FactRow>
                <FactRow name="And">{claim.objects.length > 0 && <ThingLinks to={claim.objects} />}</FactRow>
                {claim.says.map(({ slot, value, node }) => (
                  <FactRow key={slot} name={slotInWords(slot)}>
                    {node ? <ThingLink to={node} /> : valueInWords(value)}
                  </FactRow>
                ))}
                <FactRow name="Supports">
                  {claim.supports.map((fact, index) => (
                    <span key={fact.key}>
                      {index > 0 && '; '}
                      <SupportedFact fact={fact} />
                    </span>
                  ))}
                </FactRow>
                <FactRow name="Recorded">
                  {momentInWords(claim.recordedAt)} by {claim.recordedBy}
                </FactRow>
                <FactRow name="Corrects">{claim.corrects && <ThingLink to={claim.corrects} />}</FactRow>
                <FactRow name="Corrected by">{claim.correctedBy && <ThingLink to={claim.correctedBy} />}</FactRow>
                <FactRow name="Taken back">
                  {claim.retractedAt !== null && `${momentInWords(claim.retractedAt)}: ${claim.retractionReason ?? ''}`}
                </FactRow>
              </Facts>
            </Section>
          </Page>
        );
      }}
    </Ask>
  );
}

function SupportedFact({ fact }: { fact: Supported }) {
  switch (fact.__typename) {
    case 'Participation':
      return (
        <>
          <ThingLink to={fact.actor} />, {inWords(fact.role)}, <ThingLink to={fact.meeting} />
        </>
      );
    case 'Tenure':
      return (
        <>
          <ThingLink to={fact.official} />, <ThingLink to={fact.post} />
        </>
      );
    case 'Membership':
      return (
        <>
          <ThingLink to={fact.member} /> in <ThingLink to={fact.organization} />
        </>
      );
    default:
      return <ThingLink to={fact} />;
  }
}
