import { type ReactNode, useMemo, useRef } from 'react';
import { useSearchParams } from 'wouter';
import { exportAddress } from '../../address.ts';
import {
  LevelsByMeetingDocument,
  type LevelsByMeetingQuery,
  LevelsByYearDocument,
  type LevelsByYearQuery,
} from '../../api/documents.generated.ts';
import { Actions } from '../../parts/Actions.tsx';
import { Ask } from '../../parts/Ask.tsx';
import { Page } from '../../parts/Page.tsx';
import { type MeetingConditions, conditionsOf, parametersOf } from '../conditions.ts';
import { Figure } from '../parts/Figure.tsx';
import { ANY, BodySetting, ChoiceSetting, CountrySetting, Settings, TimeSettings } from '../parts/Settings.tsx';
import { StackedBars, useBarSaves } from '../parts/StackedBars.tsx';
import { bandsIn } from './bands.ts';
import { type Levels, levelsByMeeting, levelsByYear } from './levels.ts';

const TITLE = 'Levels of attendance over time';
const USUAL_BODY = 'org:udcg';

/** The conditions of the address; the usual body where it names none. */
function conditionsHere(address: URLSearchParams): MeetingConditions {
  const { body = USUAL_BODY, ...others } = conditionsOf(address);
  return { ...others, ...(body !== ANY && { body }) };
}

/** Whom countries sent: meeting by meeting of a body, or year by year. */
export default function LevelsPage() {
  const [address] = useSearchParams();
  const conditions = conditionsHere(address);
  return address.get('by') === 'year' ? <ByYear conditions={conditions} /> : <ByMeeting conditions={conditions} />;
}

function ByMeeting({ conditions: { actors, ...filter } }: { conditions: MeetingConditions }) {
  const variables = { filter, of: actors?.[0] ?? null };
  return (
    <LevelsFrame
      asked={{ question: LevelsByMeetingDocument, variables }}
      filter={{ ...filter, ...(actors && { actors }) }}
    >
      <Ask question={LevelsByMeetingDocument} variables={variables} keep>
        {({ meetings: { nodes, totalCount } }) => (
          <>
            <ShownMeetings nodes={nodes} />
            {totalCount > nodes.length && (
              <p className="aside">
                The last {nodes.length} of {totalCount} meetings are shown.
              </p>
            )}
          </>
        )}
      </Ask>
    </LevelsFrame>
  );
}

function ShownMeetings({ nodes }: { nodes: LevelsByMeetingQuery['meetings']['nodes'] }) {
  return <Picture levels={useMemo(() => levelsByMeeting(nodes), [nodes])} labels={BY_MEETING} />;
}

function ByYear({ conditions }: { conditions: MeetingConditions }) {
  const { body, time, actors } = conditions;
  const filter = {
    ...(body !== undefined && { body }),
    ...(time && { time }),
    ...(actors && { anyOf: [{ actors }, { onBehalfOf: actors }] }),
    statuses: ['ATTENDED' as const],
  };
  return (
    <LevelsFrame asked={{ question: LevelsByYearDocument, variables: { filter } }} filter={conditions}>
      <Ask question={LevelsByYearDocument} variables={{ filter }} keep>
        {({ participations }) => <ShownYears counts={participations.counts} conditions={conditions} />}
      </Ask>
    </LevelsFrame>
  );
}

function ShownYears({
  counts,
  conditions,
}: {
  counts: LevelsByYearQuery['participations']['counts'];
  conditions: MeetingConditions;
}) {
  const address = JSON.stringify(conditions);
  const levels = useMemo(() => levelsByYear(counts, JSON.parse(address) as MeetingConditions), [counts, address]);
  return <Picture levels={levels} labels={BY_YEAR} />;
}

function LevelsFrame({
  asked,
  filter,
  children,
}: {
  asked: { question: { toString(): string }; variables: object };
  filter: MeetingConditions;
  children: ReactNode;
}) {
  const parameters = parametersOf(filter);
  return (
    <Page
      title={TITLE}
      kicker="Picture"
      actions={
        <Actions
          asked={asked}
          cite={{ list: 'meetings', parameters }}
          downloads={{ 'The meetings (CSV)': exportAddress('meetings', 'csv', parameters) }}
        />
      }
    >
      <Settings>
        <ChoiceSetting name="by" label="One bar for each" choices={{ meeting: 'meeting', year: 'year' }} />
        <BodySetting usual={USUAL_BODY} />
        <CountrySetting label="Of" />
        <TimeSettings />
      </Settings>
      {children}
    </Page>
  );
}

function Picture({ levels, labels }: { levels: Levels; labels: { x: string; y: string } }) {
  const picture = useRef<SVGSVGElement>(null);
  const series = useMemo(() => bandsIn(levels.parts), [levels]);
  const explained = useMemo(() => ({ title: TITLE, sentence: levels.sentence }), [levels]);
  const saves = useBarSaves(picture, explained, series);
  return (
    <>
      <p className="seen">{levels.sentence}</p>
      {levels.parts.length > 0 && (
        <Figure name="levels" label={TITLE} table={levels.table} saves={saves}>
          <StackedBars
            {...{ parts: levels.parts, columns: levels.columns, years: levels.years, told: levels.told }}
            {...{ series, labels, picture }}
          />
        </Figure>
      )}
    </>
  );
}

const BY_MEETING = { x: 'Meeting', y: 'Countries and organizations recorded' };
const BY_YEAR = { x: 'Year', y: 'People, countries and organizations recorded at meetings' };
