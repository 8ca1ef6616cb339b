import { exportAddress } from '../address.ts';
import { StatementPageDocument } from '../api/documents.generated.ts';
import { Actions } from '../parts/Actions.tsx';
import { Ask } from '../parts/Ask.tsx';
import { Conflicts } from '../parts/Conflicts.tsx';
import { Evidence } from '../parts/Evidence.tsx';
import { FactRow, Facts } from '../parts/Facts.tsx';
import { History } from '../parts/History.tsx';
import { ThingLink, ThingLinks } from '../parts/Link.tsx';
import { StandingMark } from '../parts/Marks.tsx';
import { Page, Section } from '../parts/Page.tsx';
import { When } from '../parts/When.tsx';
import { capitalised, inWords } from '../words.ts';
import { NotFound } from './NotFound.tsx';

/** What somebody said: to whom, on which occasion, about what, and who reports it. What is said is not therefore so. */
export default function StatementPage({ of }: { of: string }) {
  const variables = { ref: of };
  return (
    <Ask question={StatementPageDocument} variables={variables}>
      {({ statement }) => {
        if (!statement) return <NotFound what="statement" sought={of} />;
        const { gist, act, stance, standing, time, speakers, capacity, addressee, occasion, channel, topics } =
          statement;
        return (
          <Page
            title={gist}
            kicker={
              <>
                Statement by <ThingLinks to={speakers} />
              </>
            }
            lead={
              <>
                <StandingMark standing={standing} /> <When time={time} />
              </>
            }
            actions={
              <Actions
                asked={{ question: StatementPageDocument, variables }}
                cite={{ list: 'statements', parameters: { refs: of } }}
                downloads={{ 'Who reports it, claim by claim (CSV)': exportAddress('claims', 'csv', { about: of }) }}
              />
            }
          >
            <Facts>
              <FactRow name="Act">{capitalised(inWords(act))}</FactRow>
              <FactRow name="Stance">{stance !== null && inWords(stance)}</FactRow>
              <FactRow name="As">{capacity && <ThingLink to={capacity} />}</FactRow>
              <FactRow name="To">{addressee && <ThingLink to={addressee} />}</FactRow>
              <FactRow name="On the occasion of">{occasion && <ThingLink to={occasion} />}</FactRow>
              <FactRow name="By way of">{channel !== null && inWords(channel)}</FactRow>
              <FactRow name="About">{topics.length > 0 && <ThingLinks to={topics} />}</FactRow>
              <FactRow name="Text">{statement.document && <ThingLink to={statement.document} />}</FactRow>
              <FactRow name="Note">{statement.note}</FactRow>
            </Facts>
            <Section title="Says who?" count={statement.claims.length}>
              <ul className="claims">
                {statement.claims.map((claim) => (
                  <li key={claim.key}>
                    <Evidence claim={claim} />
                  </li>
                ))}
              </ul>
            </Section>
            <Conflicts conflicts={statement.conflicts} />
            <History of={of} />
          </Page>
        );
      }}
    </Ask>
  );
}
