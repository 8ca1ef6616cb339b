import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { MatrixDocument, type MatrixQuery } from '../../api/documents.generated.ts';
import { exportAddress } from '../../address.ts';
import { Actions } from '../../parts/Actions.tsx';
import { Ask } from '../../parts/Ask.tsx';
import { type Linked, titleOf } from '../../parts/Link.tsx';
import { useLang } from '../../languages.ts';
import { Page } from '../../parts/Page.tsx';
import { counted } from '../../words.ts';
import { parametersOf } from '../conditions.ts';
import { NODES, type NetworkSettings, networkOf, numberIn } from '../network/network-settings.ts';
import { TieWhy } from '../network/TieWhy.tsx';
import { Beside } from '../parts/Beside.tsx';
import { Figure } from '../parts/Figure.tsx';
import {
  BodySetting,
  ChoiceSetting,
  KindSetting,
  Settings,
  TextSetting,
  TimeSettings,
  useSetting,
} from '../parts/Settings.tsx';
import { Grid } from './Grid.tsx';
import { matrixOf, pairsOf } from './matrix.ts';

const TITLE = 'Who met whom, as a matrix';
const USUAL_SIZE = 30;
const LARGEST = 60;
/** All ties among all states, and the strongest of larger networks. */
const MOST_TIES = 20_000;

/** How often each pair met, of those who met most. */
export default function MatrixPage() {
  const [address] = useSearchParams();
  const input = networkOf(address, 'COUNTRY');
  const size = Math.min(Math.max(numberIn(address, 'first') ?? USUAL_SIZE, 2), LARGEST);
  const parameters = { ...parametersOf(input), lang: useLang() };
  const variables = { input, nodes: size, ties: MOST_TIES };
  return (
    <Page
      title={TITLE}
      kicker="Picture"
      actions={
        <Actions
          asked={{ question: MatrixDocument, variables }}
          cite={{ list: 'network', parameters }}
          downloads={{
            'All ties (CSV)': exportAddress('network', 'ties.csv', parameters),
            'All nodes (CSV)': exportAddress('network', 'nodes.csv', parameters),
            'The network (GraphML)': exportAddress('network', 'graphml', parameters),
          }}
        />
      }
    >
      <Settings>
        <ChoiceSetting
          name="nodes"
          label="Between"
          choices={{ COUNTRY: 'countries', OFFICIAL: 'officials', ORGANIZATION: 'organizations' }}
        />
        <BodySetting />
        <TimeSettings />
        <KindSetting />
        <TextSetting
          name="first"
          label="How many"
          type="number"
          min={2}
          max={LARGEST}
          step={1}
          placeholder={String(USUAL_SIZE)}
        />
      </Settings>
      <Ask question={MatrixDocument} variables={variables} keep>
        {({ network }) => <Picture network={network} input={input} />}
      </Ask>
    </Page>
  );
}

function Picture({ network, input }: { network: MatrixQuery['network']; input: NetworkSettings }) {
  const matrix = useMemo(() => matrixOf(network.nodes, network.ties), [network]);
  const [[a, b], choose] = useSetting('tie');
  const { nodes, highest, most } = matrix;
  const [several] = NODES[input.nodes];
  const nameAt = (place: number) => titleOf(nodes[place]!.entity);
  const entityOf = (key: string | undefined) => nodes.find(({ entity }) => entity.key === key)?.entity;
  const chosen: readonly (Linked | undefined)[] = [entityOf(a), entityOf(b)];
  if (nodes.length === 0) return <p className="seen">Nobody was at such a meeting.</p>;
  return (
    <>
      <p className="seen">
        {nodes.length < network.nodeCount
          ? `The ${nodes.length} of ${network.nodeCount.toLocaleString('en')} ${several} with the most ties`
          : `All ${nodes.length} ${several}`}
        , at {counted(network.meetingCount, 'meeting')}
        {most && `; ${nameAt(most[0])} and ${nameAt(most[1])} met most often: at ${counted(highest, 'meeting')}`}. “Met”
        means: recorded at the same meeting. Those who meet in the same circles stand together.
        {network.tieCount > MOST_TIES &&
          ` Only the ${MOST_TIES.toLocaleString('en')} strongest of ${counted(network.tieCount, 'tie')} are read: where nothing is shown, they may still have met, at less than ${network.ties.at(-1)!.weight + 1} meetings.`}
      </p>
      <div className="beside">
        <Figure
          name="who-met-whom"
          label={TITLE}
          table={pairsOf(matrix, titleOf)}
          beside={
            <Beside of={[a, b].filter(Boolean).join(' ')}>
              {chosen[0] && chosen[1] ? (
                <TieWhy a={chosen[0]} b={chosen[1]} input={input} />
              ) : (
                <p className="aside">
                  A cell opens the meetings behind it, with who says so. The arrow keys go from cell to cell.
                </p>
              )}
            </Beside>
          }
        >
          <Grid
            matrix={matrix}
            chosen={[a, b]}
            onOpen={(row, column) => choose(nodes[row]!.entity.key, nodes[column]!.entity.key)}
          />
        </Figure>
      </div>
    </>
  );
}
