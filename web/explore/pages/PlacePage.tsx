import { Link } from 'wouter';
import { exportAddress, listAddress } from '../address.ts';
import { PlacePageDocument } from '../api/documents.generated.ts';
import { Ask } from '../parts/Ask.tsx';
import { EntityFrame } from '../parts/EntityFrame.tsx';
import { FactRow, Facts } from '../parts/Facts.tsx';
import { ThingLink } from '../parts/Link.tsx';
import { MeetingRows } from '../parts/Meetings.tsx';
import { Section } from '../parts/Page.tsx';
import { YearStrip } from '../parts/YearStrip.tsx';
import { capitalised, inWords } from '../words.ts';
import { NotFound } from './NotFound.tsx';

/** A place, and the meetings there and at the places within it. */
export default function PlacePage({ of }: { of: string }) {
  const variables = { ref: of };
  return (
    <Ask question={PlacePageDocument} variables={variables}>
      {({ entity: place, meetings }) => {
        if (place?.__typename !== 'Place') return <NotFound what="place" sought={of} />;
        return (
          <EntityFrame
            entity={place}
            kicker={
              <>
                {capitalised(inWords(place.kind))}
                {place.country && (
                  <>
                    {' '}
                    in <ThingLink to={place.country} />
                  </>
                )}
              </>
            }
            asked={{ question: PlacePageDocument, variables }}
            downloads={{ 'Meetings here (CSV)': exportAddress('meetings', 'csv', { place: of }) }}
          >
            <Facts>
              <FactRow name="Within">{place.within && <ThingLink to={place.within} />}</FactRow>
              <FactRow name="Run by">{place.operatedBy && <ThingLink to={place.operatedBy} />}</FactRow>
              <FactRow name="Coordinates">
                {place.latitude !== null && place.longitude !== null && (
                  <>
                    {place.latitude}, {place.longitude} (<Link href="/explore/pictures/map">on the map</Link>)
                  </>
                )}
              </FactRow>
            </Facts>
            <Section title="Meetings here" count={meetings.totalCount}>
              <YearStrip counts={meetings.counts} filters={{ place: of }} />
              <MeetingRows meetings={meetings.nodes} />
              {meetings.totalCount > meetings.nodes.length && (
                <p>
                  <Link href={listAddress('meetings', { place: of })}>All of them</Link>
                </p>
              )}
            </Section>
          </EntityFrame>
        );
      }}
    </Ask>
  );
}
