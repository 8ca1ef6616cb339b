import { useMemo, useRef } from 'react';
import { useSearchParams } from 'wouter';
import { exportAddress } from '../../address.ts';
import { MeetingsPerYearDocument, type MeetingsPerYearQuery } from '../../api/documents.generated.ts';
import { Ask } from '../../parts/Ask.tsx';
import { Actions } from '../../parts/Actions.tsx';
import { Page } from '../../parts/Page.tsx';
import { type MeetingConditions, conditionsOf, parametersOf } from '../conditions.ts';
import { Figure } from '../parts/Figure.tsx';
import { BodySetting, CountrySetting, KindSetting, Settings, ShownSetting, TimeSettings } from '../parts/Settings.tsx';
import { StackedBars, useBarSaves } from '../parts/StackedBars.tsx';
import { barsOf, kindsOf, sentenceOf, tableOf, yearsOf } from './per-year.ts';

const TITLE = 'Meetings per year, by kind';

/** How many meetings there were in each year, of which kinds. */
export default function MeetingsPerYearPage() {
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
          asked={{ question: MeetingsPerYearDocument, variables }}
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
      <Ask question={MeetingsPerYearDocument} variables={variables} keep>
        {({ meetings }) => <Picture counts={meetings.counts} address={address.toString()} />}
      </Ask>
    </Page>
  );
}

function Picture({ counts, address }: { counts: MeetingsPerYearQuery['meetings']['counts']; address: string }) {
  const picture = useRef<SVGSVGElement>(null);
  const shown = useMemo(() => {
    const conditions: MeetingConditions = conditionsOf(new URLSearchParams(address));
    const explained = { title: TITLE, sentence: sentenceOf(counts) };
    return {
      explained,
      parts: barsOf(counts, conditions),
      columns: yearsOf(counts),
      series: kindsOf(counts),
      table: tableOf(counts, conditions),
    };
  }, [counts, address]);
  const saves = useBarSaves(picture, shown.explained, shown.series);
  return (
    <>
      <p className="seen">{shown.explained.sentence}</p>
      {shown.columns.length > 0 && (
        <Figure name="meetings-per-year" label={TITLE} table={shown.table} saves={saves}>
          <StackedBars {...shown} labels={LABELS} picture={picture} />
        </Figure>
      )}
    </>
  );
}

const LABELS = { x: 'Year', y: 'Meetings' };
