import { DevelopmentPageDocument } from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { EntityFrame } from '../parts/EntityFrame.tsx';
import { FactRow, Facts } from '../parts/Facts.tsx';
import { ThingLink, ThingLinks } from '../parts/Link.tsx';
import { StandingMark, StatusMark } from '../parts/Marks.tsx';
import { When } from '../parts/When.tsx';
import { capitalised, inWords } from '../words.ts';
import { NotFound } from './NotFound.tsx';

/** What happens but is no meeting: a conflict, an initiative, an announcement. */
export default function DevelopmentPage({ of }: { of: string }) {
  const variables = { ref: of };
  return (
    <Ask question={DevelopmentPageDocument} variables={variables}>
      {({ entity: development }) => {
        if (development?.__typename !== 'Development') return <NotFound what="development" sought={of} />;
        const { developmentKind, status, standing, time, topics, partOf } = development;
        return (
          <EntityFrame
            entity={development}
            kicker={capitalised(inWords(developmentKind))}
            lead={
              <>
                <StatusMark status={status} /> <StandingMark standing={standing} /> <When time={time} />
              </>
            }
            asked={{ question: DevelopmentPageDocument, variables }}
          >
            <Facts>
              <FactRow name="When" said={{ of, slot: 'time' }}>
                <When time={time} />
              </FactRow>
              <FactRow name="Status" said={{ of, slot: 'status' }}>
                <StatusMark status={status} />
              </FactRow>
              <FactRow name="Part of">{partOf && <ThingLink to={partOf} />}</FactRow>
              <FactRow name="About">{topics.length > 0 && <ThingLinks to={topics} />}</FactRow>
            </Facts>
          </EntityFrame>
        );
      }}
    </Ask>
  );
}
