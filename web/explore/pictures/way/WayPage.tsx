import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { exportAddress } from '../../address.ts';
import { type PathLength, WayBetweenDocument, type WayBetweenQuery } from '../../api/documents.generated.ts';
import { Actions } from '../../parts/Actions.tsx';
import { Ask } from '../../parts/Ask.tsx';
import { type Linked, ThingLink, titleOf } from '../../parts/Link.tsx';
import { Page } from '../../parts/Page.tsx';
import { When } from '../../parts/When.tsx';
import { useLang } from '../../languages.ts';
import { parametersOf } from '../conditions.ts';
import type { NetworkSettings } from '../network/network-settings.ts';
import { TieWhy } from '../network/TieWhy.tsx';
import { Figure } from '../parts/Figure.tsx';
import { FoundSetting } from '../parts/FoundSetting.tsx';
import { BodySetting, ChoiceSetting, KindSetting, Settings, TimeSettings } from '../parts/Settings.tsx';
import { meetingsOf, nodesOf, waySentence, wayNetworkOf, wayTable } from './way.ts';

const TITLE = 'The way between two';
const LENGTHS = { STEPS: 'the fewest steps', DISTANCE: 'those often at the same meetings' } as const;
const TIED = ['OFFICIAL', 'COUNTRY', 'ORGANIZATION'] as const;

/** Through whom two are tied: a chain of those who were at the same meetings. */
export default function WayPage() {
  const [address] = useSearchParams();
  const [from, to] = [address.get('from'), address.get('to')];
  const nodes = nodesOf(from ?? to ?? '');
  const input = nodes && wayNetworkOf(address, nodes);
  const lengths: PathLength = address.get('lengths') === 'DISTANCE' ? 'DISTANCE' : 'STEPS';
  const variables = from && to && input && nodesOf(from) === nodesOf(to) ? { from, to, input, lengths } : null;
  return (
    <Page title={TITLE} kicker="Picture" actions={variables && <WayActions variables={variables} />}>
      <Settings isNeeded={variables === null}>
        <FoundSetting name="from" label="From whom" types={to ? typesWith(to) : TIED} />
        <FoundSetting name="to" label="To whom" types={from ? typesWith(from) : TIED} />
        <ChoiceSetting name="lengths" label="Prefer" choices={LENGTHS} />
        <BodySetting />
        <TimeSettings />
        <KindSetting />
      </Settings>
      {variables === null ? (
        <p className="seen">{missing(from, to)}</p>
      ) : (
        <Ask question={WayBetweenDocument} variables={variables} keep>
          {({ shortestPath, entities: { nodes: named } }) => (
            <Way path={shortestPath} named={named} ends={[variables.from, variables.to]} input={variables.input} />
          )}
        </Ask>
      )}
    </Page>
  );
}

/** Only those of one kind are tied: what can stand at the other end. */
function typesWith(key: string) {
  const nodes = nodesOf(key);
  return nodes === null ? TIED : [nodes];
}

function missing(from: string | null, to: string | null): string {
  if (!from && !to) return 'Choose two people, two countries or two organizations.';
  if (!from || !to) return `Choose ${from ? 'where the way ends' : 'where the way begins'}: the same kind of thing.`;
  return 'A way leads from an official to an official, from a country to a country, or from an organization to an organization. Take one of the two away, and choose another.';
}

function WayActions({ variables }: { variables: { input: NetworkSettings; from: string; to: string } }) {
  const parameters = { ...parametersOf(variables.input), lang: useLang() };
  return (
    <Actions
      asked={{ question: WayBetweenDocument, variables }}
      cite={{ list: 'network', parameters }}
      downloads={{
        'The network in which it was found (GEXF)': exportAddress('network', 'gexf', parameters),
        'All its ties (CSV)': exportAddress('network', 'ties.csv', parameters),
      }}
    />
  );
}

function Way({
  path,
  named,
  ends,
  input,
}: {
  path: WayBetweenQuery['shortestPath'];
  named: readonly Linked[];
  ends: readonly [string, string];
  input: NetworkSettings;
}) {
  const nameOf = (key: string) => {
    const entity = named.find((each) => each.key === key);
    return entity ? titleOf(entity) : key;
  };
  const sentence = waySentence(path, [nameOf(ends[0]), nameOf(ends[1])]);
  if (path === null || path.length === 0) return <p className="seen">{sentence}</p>;
  return (
    <>
      <p className="seen">{sentence}</p>
      <Figure name="way" label={TITLE} table={wayTable(path)}>
        <ol className="way">
          <Stop of={path.steps[0]!.a} />
          {path.steps.map((step) => (
            <Step key={`${step.a.key} ${step.b.key}`} step={step} input={input} />
          ))}
        </ol>
      </Figure>
      <p className="aside">Where several ways are equally short, the first by name is shown.</p>
    </>
  );
}

type StepOfWay = NonNullable<WayBetweenQuery['shortestPath']>['steps'][number];

function Stop({ of, children }: { of: StepOfWay['a']; children?: React.ReactNode }) {
  return (
    <li>
      {children}
      <p className="stop">
        <ThingLink to={of} />
        {'country' in of && of.country && <span className="aside">{titleOf(of.country)}</span>}
      </p>
    </li>
  );
}

/** A tie of the way, with the latest meeting that it rests on, all of them when asked for; then to whom it leads. */
function Step({ step: { a, b, weight, because }, input }: { step: StepOfWay; input: NetworkSettings }) {
  const [isOpen, setOpen] = useState(false);
  const [latest] = because;
  return (
    <Stop of={b}>
      <div className="step">
        <p>
          Both at {meetingsOf(weight)}
          {latest && (
            <>
              {weight === 1 ? ': ' : ', the latest '}
              <ThingLink to={latest} />{' '}
              <span className="aside">
                <When time={latest.time} />
              </span>
            </>
          )}{' '}
          <button type="button" className="says-who" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Close' : 'Why?'}
            <span className="unseen">
              {' '}
              {titleOf(a)} and {titleOf(b)}
            </span>
          </button>
        </p>
        {isOpen && <TieWhy a={a} b={b} input={input} />}
      </div>
    </Stop>
  );
}
