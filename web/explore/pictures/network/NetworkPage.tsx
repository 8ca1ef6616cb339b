import { useSearchParams } from 'wouter';
import { exportAddress } from '../../address.ts';
import { NetworkPictureDocument } from '../../api/documents.generated.ts';
import { useLang } from '../../languages.ts';
import { Actions } from '../../parts/Actions.tsx';
import { Ask } from '../../parts/Ask.tsx';
import { Page } from '../../parts/Page.tsx';
import { parametersOf } from '../conditions.ts';
import { FoundSetting } from '../parts/FoundSetting.tsx';
import { BodySetting, ChoiceSetting, KindSetting, Settings, TextSetting, TimeSettings } from '../parts/Settings.tsx';
import { ANY_LEVEL, ANY_PORTFOLIO } from './choices.ts';
import { NetworkView } from './NetworkView.tsx';
import { type NetworkSettings, networkOf, numberIn } from './network-settings.ts';
import { MEASURES, type Measure } from './picture.ts';

const TITLE = 'Who met whom, as a network';

/** What is drawn at most, so that the picture can be moved without waiting on a small machine. */
const MOST_NODES = 2000;
const MOST_TIES = 20_000;

/** What can be chosen of each setting. */
const WORDS = {
  nodes: { OFFICIAL: 'officials', COUNTRY: 'countries', ORGANIZATION: 'organizations' },
  radius: { 1: '1 tie', 2: '2 ties', 3: '3 ties' },
  weight: { COUNT: 'meetings', NEWMAN: 'meetings, small ones more', JACCARD: 'share of their meetings' },
  size: MEASURES,
  colour: { community: 'circle (who meet most with each other)', country: 'country' },
};

/** A network of who met whom, with its settings. */
export default function NetworkPage() {
  const [address] = useSearchParams();
  const input = networkOf(address, 'OFFICIAL');
  const measure = (address.get('size') ?? 'STRENGTH') as Measure;
  const first = Math.min(Math.max(numberIn(address, 'first') ?? MOST_NODES, 1), MOST_NODES);
  const parameters = { ...parametersOf(input), lang: useLang() };
  const withMeasure = { ...parameters, ...(ASKED_FOR.includes(measure) && { measures: measure }) };
  const variables = {
    input,
    nodes: first,
    ties: MOST_TIES,
    orderBy: measure,
    betweenness: measure === 'BETWEENNESS',
    closeness: measure === 'CLOSENESS',
    eigenvector: measure === 'EIGENVECTOR',
  };
  return (
    <Page
      title={TITLE}
      kicker="Picture"
      actions={
        <Actions
          asked={{ question: NetworkPictureDocument, variables }}
          cite={{ list: 'network', parameters }}
          downloads={{
            'The network for Gephi (GEXF)': exportAddress('network', 'gexf', withMeasure),
            'The network for igraph, yEd and others (GraphML)': exportAddress('network', 'graphml', withMeasure),
            'Its nodes (CSV)': exportAddress('network', 'nodes.csv', withMeasure),
            'Its ties (CSV)': exportAddress('network', 'ties.csv', parameters),
          }}
        />
      }
    >
      <NetworkControls input={input} />
      <Ask question={NetworkPictureDocument} variables={variables} keep>
        {({ network }) => (
          <NetworkView
            network={network}
            input={input}
            measure={measure}
            colour={input.nodes === 'OFFICIAL' && address.get('colour') === 'country' ? 'country' : 'community'}
          />
        )}
      </Ask>
    </Page>
  );
}

/** Measures that a file has only if they are asked for. */
const ASKED_FOR: readonly Measure[] = ['BETWEENNESS', 'CLOSENESS', 'EIGENVECTOR'];

function NetworkControls({ input: { nodes, around } }: { input: NetworkSettings }) {
  return (
    <Settings areMany words={WORDS}>
      <ChoiceSetting name="nodes" label="Between" choices={WORDS.nodes} />
      <BodySetting />
      <TimeSettings />
      <KindSetting />
      <FoundSetting name="around" label="Around" types={[nodes]} />
      {around !== undefined && <ChoiceSetting name="radius" label="How far" choices={WORDS.radius} />}
      {nodes === 'OFFICIAL' && (
        <>
          <ChoiceSetting name="officials.levels" label="Ever held a post of" choices={ANY_LEVEL} />
          <ChoiceSetting name="officials.portfolio" label="in" choices={ANY_PORTFOLIO} />
        </>
      )}
      <ChoiceSetting name="weight" label="A tie counts" choices={WORDS.weight} />
      <TextSetting name="minWeight" label="At least" type="number" min={0} step="any" placeholder="all" />
      <ChoiceSetting name="size" label="Size by" choices={WORDS.size} />
      {nodes === 'OFFICIAL' && <ChoiceSetting name="colour" label="Colour by" choices={WORDS.colour} />}
    </Settings>
  );
}
