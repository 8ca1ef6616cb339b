/// <reference lib="dom" />
import { useMemo, useRef } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { NetworkPictureQuery } from '../../api/documents.generated.ts';
import { Notice } from '../../parts/Notice.tsx';
import { counted } from '../../words.ts';
import { Beside } from '../parts/Beside.tsx';
import { Figure, Figures, Folded } from '../parts/Figure.tsx';
import { Canvas } from './Canvas.tsx';
import { type NetworkCanvas, canDraw } from './draw.ts';
import { FindNode } from './FindNode.tsx';
import { GroupLegend } from './GroupLegend.tsx';
import { NodePanel } from './NodePanel.tsx';
import { NODES, type NetworkSettings } from './network-settings.ts';
import { TieWhy } from './TieWhy.tsx';
import { type Drawing, type Measure, drawingOf } from './picture.ts';
import { TABLED_TIES, nodeTable, sentenceOf, tieTable } from './told.ts';

type Network = NetworkPictureQuery['network'];

/** A network: drawn, in words, as tables, and what was chosen in it beside it. */
export function NetworkView({
  network,
  input,
  measure,
  colour,
}: {
  network: Network;
  input: NetworkSettings;
  measure: Measure;
  colour: 'community' | 'country';
}) {
  const drawing = useMemo(() => drawingOf(network, measure, colour), [network, measure, colour]);
  const { chosen, choose, chooseKeys } = useChosen(drawing);
  const canvas = useRef<NetworkCanvas>(null);
  const isDrawn = useMemo(canDraw, []);
  const [several] = NODES[input.nodes];
  const label = `Network of ${counted(drawing.nodes.length, NODES[input.nodes][1], several)}`;
  if (drawing.nodes.length === 0) return <p className="seen">Nobody was at such a meeting.</p>;
  return (
    <>
      <p className="seen">{sentenceOf(network, drawing, input, measure)}</p>
      {network.notes.map((note) => (
        <p key={note} className="aside">
          {note}
        </p>
      ))}
      <TooLarge network={network} drawing={drawing} />
      {!isDrawn && (
        <Notice kind="warning">
          <p>
            This browser cannot draw networks, since it has no WebGL 2. The tables below have all that would be drawn.
          </p>
        </Notice>
      )}
      <div className="beside">
        <Figure
          name="network"
          label={label}
          table={nodeTable(drawing, measure)}
          isTableOpen={!isDrawn}
          saves={isDrawn ? { PNG: () => canvas.current!.png() } : {}}
          beside={
            <Beside of={chosen === null ? '' : JSON.stringify(chosen)}>
              <FindNode drawing={drawing} type={input.nodes} onFind={(place) => choose({ node: place })} />
              {chosen === null ? (
                <p className="aside">
                  Choose somebody, or a tie: a tie has the meetings behind it, with who says so. Arrow keys and + and −
                  move the picture.
                </p>
              ) : 'node' in chosen ? (
                <NodePanel drawing={drawing} place={chosen.node} measure={measure} input={input} onTie={chooseKeys} />
              ) : (
                <ChosenTie drawing={drawing} place={chosen.tie} input={input} />
              )}
            </Beside>
          }
        >
          {isDrawn && (
            <>
              <Canvas drawing={drawing} chosen={chosen} onChoose={choose} canvas={canvas} label={label} />
              <GroupLegend groups={drawing.groups} />
            </>
          )}
        </Figure>
        <Folded summary="The ties as a table" isOpen={!isDrawn}>
          <Figures caption={`Ties, ${label}`} table={tieTable(drawing, input)} />
          {drawing.ties.length > TABLED_TIES && (
            <p className="aside">The {TABLED_TIES} strongest are shown. All of them are in the download.</p>
          )}
        </Folded>
      </div>
    </>
  );
}

export type Chosen = { node: number } | { tie: number } | null;

/** What is chosen in the picture, in the address: `node=official:x`, or `tie=official:x&tie=official:y`. */
function useChosen(drawing: Drawing) {
  const [address, setAddress] = useSearchParams();
  const node = address.get('node');
  const [a, b] = address.getAll('tie');
  const chosen = useMemo((): Chosen => {
    const placeOf = (key: string | null | undefined) => drawing.nodes.findIndex((each) => each.key === key);
    const [of, one, other] = [placeOf(node), placeOf(a), placeOf(b)];
    if (of >= 0) return { node: of };
    const tie = drawing.ties.findIndex(
      (each) => (each.a === one && each.b === other) || (each.a === other && each.b === one),
    );
    return tie >= 0 ? { tie } : null;
  }, [drawing, node, a, b]);
  const chooseKeys = (...keys: string[]) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('node');
        after.delete('tie');
        for (const key of keys) after.append(keys.length === 1 ? 'node' : 'tie', key);
        return after;
      },
      { replace: true },
    );
  const choose = (what: Chosen) => {
    if (what === null) chooseKeys();
    else if ('node' in what) chooseKeys(drawing.nodes[what.node]!.key);
    else {
      const { a, b } = drawing.ties[what.tie]!;
      chooseKeys(drawing.nodes[a]!.key, drawing.nodes[b]!.key);
    }
  };
  return { chosen, choose, chooseKeys };
}

function ChosenTie({
  drawing: { nodes, ties },
  place,
  input,
}: {
  drawing: Drawing;
  place: number;
  input: NetworkSettings;
}) {
  const { a, b } = ties[place]!;
  return <TieWhy a={nodes[a]!.entity} b={nodes[b]!.entity} input={input} />;
}

/** What of a large network is not drawn, and how to see less of it. */
function TooLarge({ network, drawing: { nodes, ties, hiddenTies } }: { network: Network; drawing: Drawing }) {
  const [address] = useSearchParams();
  if (nodes.length === network.nodeCount && hiddenTies === 0) return null;
  const withParameter = (name: string, value: string) => {
    const changed = new URLSearchParams(address);
    changed.set(name, value);
    return `?${changed.toString()}`;
  };
  const least = ties.at(-1)?.weight ?? 0;
  return (
    <Notice>
      <p>
        Drawn are {nodes.length.toLocaleString('en')} of {counted(network.nodeCount, 'node')}, those with the highest
        measure, and {ties.length.toLocaleString('en')} of {counted(network.tieCount, 'tie')}, the strongest. The
        downloads have all.
      </p>
      <p>
        See less: <Link href={withParameter('first', '300')}>the 300 first</Link>, or{' '}
        <Link href={withParameter('minWeight', String(Math.floor(least) + 1))}>
          only ties of at least {Math.floor(least) + 1}
        </Link>
        .
      </p>
    </Notice>
  );
}
