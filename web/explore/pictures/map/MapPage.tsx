import { useMemo, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import world from 'world-map';
import { exportAddress } from '../../address.ts';
import { MeetingPlacesDocument, type MeetingPlacesQuery } from '../../api/documents.generated.ts';
import { Actions } from '../../parts/Actions.tsx';
import { Ask } from '../../parts/Ask.tsx';
import { Page } from '../../parts/Page.tsx';
import { conditionsOf, parametersOf } from '../conditions.ts';
import { Figure } from '../parts/Figure.tsx';
import { BodySetting, CountrySetting, KindSetting, Settings, ShownSetting, TimeSettings } from '../parts/Settings.tsx';
import { asPng, standalone } from '../save.ts';
import { placeSentence, placeTable, placesOf } from './places.ts';
import { WorldMap } from './WorldMap.tsx';

const TITLE = 'Where they met';

/** The places of meetings on a map without borders. */
export default function MapPage() {
  const [address] = useSearchParams();
  const conditions = conditionsOf(address);
  const variables = { filter: conditions };
  const parameters = parametersOf(conditions);
  return (
    <Page
      title={TITLE}
      kicker="Picture"
      actions={
        <Actions
          asked={{ question: MeetingPlacesDocument, variables }}
          cite={{ list: 'meetings', parameters }}
          downloads={{ 'The meetings (CSV)': exportAddress('meetings', 'csv', parameters) }}
        />
      }
    >
      <Settings>
        <BodySetting />
        <CountrySetting label="With" />
        <ShownSetting />
        <TimeSettings />
        <KindSetting />
      </Settings>
      <Ask question={MeetingPlacesDocument} variables={variables} keep>
        {({ meetings }) => <Picture meetings={meetings} conditions={JSON.stringify(conditions)} />}
      </Ask>
    </Page>
  );
}

function Picture({ meetings, conditions }: { meetings: MeetingPlacesQuery['meetings']; conditions: string }) {
  const picture = useRef<SVGSVGElement>(null);
  const places = useMemo(
    () => placesOf(meetings.counts, world.points, JSON.parse(conditions) as object),
    [meetings, conditions],
  );
  const sentence = placeSentence(places, meetings.totalCount);
  const svg = () => standalone(picture.current!, { title: TITLE, sentence, legend: [] });
  return (
    <>
      <p className="seen">{sentence}</p>
      <Figure
        name="where-they-met"
        label={TITLE}
        table={placeTable(places)}
        saves={{ SVG: () => new Blob([svg()], { type: 'image/svg+xml' }), PNG: () => asPng(svg()) }}
      >
        <WorldMap marks={places.marks} picture={picture} />
        <ul className="legend">
          <li>
            <svg width="18" height="18" aria-hidden="true" className="shape spot">
              <circle cx="9" cy="9" r="7" />
            </svg>{' '}
            A place; its area says how many meetings
          </li>
          <li>
            <svg width="18" height="18" aria-hidden="true" className="shape spot vague">
              <rect x="2" y="2" width="14" height="14" strokeDasharray="4 3" />
            </svg>{' '}
            Somewhere in the country: no coordinates are recorded
          </li>
        </ul>
        <p className="aside">
          The map shows land and no borders: where a border runs is not for a map of meetings to say.
        </p>
      </Figure>
      {places.nowhere.length > 0 && (
        <p>
          Not on the map:{' '}
          {places.nowhere.map(({ label, count, href }, index) => (
            <span key={label}>
              {index > 0 && ', '}
              {href === null ? label.toLowerCase() : <Link href={href}>{label}</Link>} ({count})
            </span>
          ))}
          .
        </p>
      )}
    </>
  );
}
