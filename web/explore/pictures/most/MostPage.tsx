import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { exportAddress } from '../../address.ts';
import { MostMeetingsDocument, type MostMeetingsQuery } from '../../api/documents.generated.ts';
import { useLang } from '../../languages.ts';
import { Actions } from '../../parts/Actions.tsx';
import { Ask } from '../../parts/Ask.tsx';
import { Page } from '../../parts/Page.tsx';
import { parametersOf } from '../conditions.ts';
import { type NetworkSettings, networkOf } from '../network/network-settings.ts';
import { Figures, SaveAs } from '../parts/Figure.tsx';
import { BodySetting, ChoiceSetting, CountrySetting, KindSetting, Settings, TimeSettings } from '../parts/Settings.tsx';
import { ANY_LEVEL, ANY_PORTFOLIO } from '../network/choices.ts';
import { LISTED, mostSentence, mostTable, rankedOf } from './most.ts';

const TITLE = 'Who was at most meetings';
/** The meetings are among the nodes, and those with many who were there stand before most of these. */
const READ = 1000;

/** A ranked table of those who were at most meetings, from the network of those who were there and the meetings. */
export default function MostPage() {
  const [address] = useSearchParams();
  const settings = networkOf(address, 'OFFICIAL');
  const { nodes, body, kinds, time, officials } = settings;
  const input = {
    mode: 'TWO_MODE' as const,
    nodes,
    ...(body && { body }),
    ...(kinds && { kinds }),
    ...(time && { time }),
    ...(officials && { officials }),
  };
  const parameters = { ...parametersOf(input), lang: useLang() };
  const variables = { input, nodes: READ };
  return (
    <Page
      title={TITLE}
      kicker="Picture"
      actions={
        <Actions
          asked={{ question: MostMeetingsDocument, variables }}
          cite={{ list: 'network', parameters }}
          downloads={{
            'All of them, and the meetings (CSV)': exportAddress('network', 'nodes.csv', parameters),
            'Who was at which meeting (CSV)': exportAddress('network', 'ties.csv', parameters),
          }}
        />
      }
    >
      <Settings>
        <ChoiceSetting
          name="nodes"
          label="Which"
          choices={{ OFFICIAL: 'officials', COUNTRY: 'countries', ORGANIZATION: 'organizations' }}
        />
        {nodes === 'OFFICIAL' && (
          <>
            <CountrySetting name="officials.country" label="Of" />
            <ChoiceSetting name="officials.levels" label="Ever held a post of" choices={ANY_LEVEL} />
            <ChoiceSetting name="officials.portfolio" label="in" choices={ANY_PORTFOLIO} />
          </>
        )}
        <BodySetting />
        <TimeSettings />
        <KindSetting />
      </Settings>
      <Ask question={MostMeetingsDocument} variables={variables} keep>
        {({ network }) => <Ranked network={network} settings={settings} />}
      </Ask>
    </Page>
  );
}

function Ranked({ network, settings }: { network: MostMeetingsQuery['network']; settings: NetworkSettings }) {
  const ranked = useMemo(() => rankedOf(network.nodes), [network]);
  const table = mostTable(ranked, settings);
  const count = network.nodeCount - network.meetingCount;
  return (
    <>
      <p className="seen">{mostSentence(network, ranked, settings.nodes)}</p>
      {ranked.length > 0 && (
        <>
          <Figures caption={TITLE} table={table} />
          <SaveAs name="most-meetings" table={table} />
        </>
      )}
      {count > ranked.length && (
        <p className="aside">
          The first {Math.min(LISTED, ranked.length)} of {count.toLocaleString('en')}; the downloads have all.
        </p>
      )}
    </>
  );
}
