/// <reference lib="dom" />
import { UndirectedGraph as Graph } from 'graphology';
import type { Attributes } from 'graphology-types';
import Sigma from 'sigma';
import { sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering';
import { pngOf } from '../save.ts';
import { LOOKS, colourOf } from '../series.ts';
import { labelsWithRoom } from '../parts/labels.ts';
import type { Drawing } from './picture.ts';
import { type TieLayer, layTies } from './tie-layer.ts';
import type { TieLooks } from './tie-picture.ts';
import { type View, isSame, moveAlong, viewOf } from './view.ts';

/** A picture of a network in an element of the page, by sigma. Nodes and ties are named by their places in the drawing. */
export interface NetworkCanvas {
  move(positions: Float32Array): void;
  /** Shows one node with its neighbours, or one tie with its two nodes, and fades the others; null shows all alike. */
  highlight(what: { node: number } | { tie: number } | null): void;
  zoom(by: 'in' | 'out' | 'all'): void;
  pan(x: number, y: number): void;
  png(): Promise<Blob>;
  end(): void;
}

/** Shapes in turn, so that neighbouring looks differ in more than colour. */
export const SHAPES = ['circle', 'square', 'triangle', 'diamond'] as const;
export const shapeOf = (look: number): (typeof SHAPES)[number] => SHAPES[look % SHAPES.length]!;

const FADED = 0.12;
/**
 * From so many on ties are a layer of their own below what sigma draws, which looks at all of its ties each time. Others are then not
 * faded beside what is highlighted, and a tie is chosen beside the picture, not in it.
 */
const MANY_TIES = 4000;
/** How long the camera, and over a large network the pointer, rests before the picture is drawn anew. */
const REST_MS = 120;
const LABEL_SIZE = 13;
/** In pixels: narrower pictures have smaller nodes, down to a share. */
const FULL_WIDTH = 720;
const SMALLEST_SCALE = 0.45;
/** So many have their names at most, the largest first, and of those that are highlighted; each only where there is room for it. */
const MOST_NAMED = 40;
/** And on narrow pictures fewer: one for so many pixels of the width. */
const LEAST_WIDTH_PER_NAME = 20;

type Picture = Sigma<Attributes, Attributes, Attributes, { hasRoom: boolean }>;

interface NodeAttributes {
  x: number;
  y: number;
  size: number;
  label: string;
}

export interface CanvasListeners {
  onHover: (what: { node: number } | { tie: number } | null) => void;
  onChoose: (what: { node: number } | { tie: number } | null) => void;
}

/** Whether this browser draws by WebGL 2. */
export const canDraw = (): boolean => document.createElement('canvas').getContext('webgl2') !== null;

/** Begins a picture of a network. Colours are those of the page as it is now. */
export function drawNetwork(
  place: HTMLElement,
  drawing: Drawing,
  { onHover, onChoose }: CanvasListeners,
): NetworkCanvas {
  const colour = colours(place);
  const scale = Math.min(1, Math.max(SMALLEST_SCALE, place.clientWidth / FULL_WIDTH));
  const isLarge = drawing.ties.length > MANY_TIES;
  const restMs = isLarge ? REST_MS : 0;
  const graph = graphOf(drawing, colour, scale);
  const looks = tieLooksOf(drawing);
  const tieColours = { colour: colour('var(--edge)'), litColour: colour('var(--brass)') };
  const layer = isLarge ? layTies(layerLooksOf(drawing, looks, tieColours)) : null;
  if (layer !== null) place.append(layer.canvas);
  else drawing.ties.forEach(({ a, b }, tie) => graph.addEdgeWithKey(tie, a, b, { ...looks[tie] }));
  let lit: Lit = { nodes: [], ties: [] };
  const sigma: Picture = new Sigma(graph, place, {
    customNodeState: { hasRoom: false },
    primitives: { nodes: { shapes: [sdfCircle(), sdfSquare(), sdfTriangle(), sdfDiamond()] } },
    styles: {
      nodes: {
        ...{ x: { attribute: 'x' }, y: { attribute: 'y' }, size: { attribute: 'size' }, color: { attribute: 'color' } },
        shape: { attribute: 'shape' },
        label: { attribute: 'label' },
        labelColor: colour('var(--ink)'),
        labelSize: LABEL_SIZE,
        labelFont: getComputedStyle(place).fontFamily,
        labelBackgroundColor: colour('var(--card)'),
        ...(isLarge
          ? { labelVisibility: { whenState: 'isHovered', then: 'visible', else: 'auto' } }
          : {
              labelVisibility: (_, own) => (own.isHovered || own.hasRoom ? 'visible' : 'hidden'),
              opacity: { when: (_, own, all) => all.hasHighlighted && !own.isHighlighted, then: FADED, else: 1 },
            }),
        depth: { whenState: 'isHighlighted', then: 'topNodes', else: 'nodes' },
        backdropVisibility: { whenState: 'isHovered', then: 'visible', else: 'hidden' },
        backdropColor: colour('var(--card)'),
      },
      edges: {
        size: { attribute: 'size' },
        color: { whenState: 'isHighlighted', then: tieColours.litColour, else: tieColours.colour },
        opacity: {
          when: (_, own, all) => all.hasHighlighted && !own.isHighlighted,
          then: 0.03,
          else: { attribute: 'opacity' },
        },
        depth: { whenState: 'isHighlighted', then: 'topEdges', else: 'edges' },
      },
    },
    settings: {
      enableEdgeEvents: !isLarge,
      edgePickingPadding: 3,
      labelRenderedSizeThreshold: 7,
      gestureTarget: 'shared',
      itemSizesReference: 'screen',
      autoRescaleContent: isLarge ? 'nodes' : 'labels',
      minEdgeThickness: 0.4,
      minCameraRatio: 0.03,
      maxCameraRatio: 3,
      enableCameraRotation: false,
    },
  });
  const stopFollowing = followCamera(sigma, layer, restMs);
  let pause: ReturnType<typeof setTimeout> | undefined;
  const hover: CanvasListeners['onHover'] = (what) => {
    clearTimeout(pause);
    pause = setTimeout(() => onHover(what), restMs);
  };
  sigma.on('enterNode', ({ node }) => hover({ node: Number(node) }));
  sigma.on('leaveNode', () => hover(null));
  sigma.on('clickNode', ({ node }) => onChoose({ node: Number(node) }));
  sigma.on('enterEdge', ({ edge }) => hover({ tie: Number(edge) }));
  sigma.on('leaveEdge', () => hover(null));
  sigma.on('clickEdge', ({ edge }) => onChoose({ tie: Number(edge) }));
  sigma.on('clickStage', () => onChoose(null));
  let named = new Set<string>();
  const name = () => {
    const { width, height } = sigma.getDimensions();
    const marks = (lit.nodes.length > 0 ? lit.nodes : graph.nodes()).map((key) => {
      const { x, y, size, label } = graph.getNodeAttributes(key) as NodeAttributes;
      return { key, label, radius: size, ...sigma.graphToViewport({ x, y }) };
    });
    const next = new Set(
      [...labelsWithRoom(marks, width, height)].slice(0, Math.min(MOST_NAMED, width / LEAST_WIDTH_PER_NAME)),
    );
    const [gone, come] = [[...named].filter((key) => !next.has(key)), [...next].filter((key) => !named.has(key))];
    named = next;
    if (gone.length > 0) sigma.setNodesState(gone, { hasRoom: false });
    if (come.length > 0) sigma.setNodesState(come, { hasRoom: true });
  };
  // Names of large networks are left to sigma, which looks at few of them.
  if (layer === null) sigma.on('afterRender', name);
  const camera = sigma.getCamera();
  const quick = { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150 };
  return {
    move(positions) {
      let index = 0;
      graph.updateEachNodeAttributes(
        (_, attributes) => ({ ...attributes, x: positions[index++], y: positions[index++] }),
        { attributes: ['x', 'y'] },
      );
      layer?.move(positions);
    },
    highlight(what) {
      sigma.setNodesState(lit.nodes, { isHighlighted: false });
      if (layer === null) sigma.setEdgesState(lit.ties, { isHighlighted: false });
      lit = what === null ? { nodes: [], ties: [] } : around(drawing, what);
      sigma.setNodesState(lit.nodes, { isHighlighted: true });
      if (layer === null) sigma.setEdgesState(lit.ties, { isHighlighted: true });
      else layer.light(lit.ties.map(Number));
    },
    zoom(by) {
      if (by === 'all') void camera.reset(quick);
      else if (by === 'in') void camera.zoomIn(quick);
      else void camera.zoomOut(quick);
    },
    pan(x, y) {
      const { ratio } = camera.getState();
      void camera.animate({ x: camera.x + x * ratio, y: camera.y + y * ratio }, quick);
    },
    png: () =>
      new Promise<Blob>((resolve, reject) => {
        // What WebGL has drawn can only be read before the browser shows it.
        sigma.once('afterRender', () => {
          const drawn = sigma.getStageCanvas();
          const canvas = document.createElement('canvas');
          [canvas.width, canvas.height] = [drawn.width, drawn.height];
          const pen = canvas.getContext('2d')!;
          pen.fillStyle = colour('var(--card)');
          pen.fillRect(0, 0, canvas.width, canvas.height);
          if (layer !== null) pen.drawImage(layer.canvas, 0, 0, canvas.width, canvas.height);
          pen.drawImage(drawn, 0, 0);
          pngOf(canvas).then(resolve, reject);
        });
        sigma.refresh();
      }),
    end() {
      clearTimeout(pause);
      stopFollowing();
      sigma.kill();
      layer?.end();
      layer?.canvas.remove();
    },
  };
}

/**
 * While the camera moves, the picture as it was last drawn is moved along; sigma draws again once the camera rests. So it moves without
 * waiting, whatever it takes to draw it. Returns what ends that.
 */
function followCamera(sigma: Picture, layer: TieLayer | null, restMs: number): () => void {
  const draw = sigma.scheduleRender.bind(sigma);
  const canvas = sigma.getStageCanvas();
  let drawn: View | null = null;
  let rest: ReturnType<typeof setTimeout> | undefined;
  const follow = (view: View) => {
    moveAlong(canvas, drawn!, view);
    layer?.follow(view);
  };
  sigma.on('afterRender', () => follow((drawn = viewOf(sigma))));
  sigma.scheduleRender = () => {
    const view = viewOf(sigma);
    const isMoving = drawn !== null && !isSame(drawn, view);
    if (isMoving) follow(view);
    clearTimeout(rest);
    rest = setTimeout(draw, isMoving ? REST_MS : restMs);
    return sigma;
  };
  return () => clearTimeout(rest);
}

/** What is highlighted, by keys of the graph. */
interface Lit {
  nodes: string[];
  ties: string[];
}

/** A tie with its two nodes, or a node with its ties and their other nodes, the node itself first. */
function around({ ties }: Drawing, what: { node: number } | { tie: number }): Lit {
  const of = ties.flatMap(({ a, b }, tie) =>
    ('tie' in what ? tie === what.tie : a === what.node || b === what.node) ? [{ a, b, tie }] : [],
  );
  const nodes = of.flatMap(({ a, b }) => [a, b]).toSorted((a, b) => a - b);
  return {
    nodes: [...new Set('node' in what ? [what.node, ...nodes] : nodes)].map(String),
    ties: of.map(({ tie }) => String(tie)),
  };
}

function graphOf({ nodes }: Drawing, colour: (css: string) => string, scale: number): Graph {
  const graph = new Graph();
  const looks = Array.from({ length: LOOKS }, (_, look) => colour(colourOf(look)));
  nodes.forEach(({ label, size, group: { look } }, index) =>
    graph.addNode(index, { x: 0, y: 0, label, size: size * scale, color: looks[look], shape: shapeOf(look) }),
  );
  return graph;
}

interface TieLook {
  size: number;
  opacity: number;
}

/** How thick and how opaque each tie is, by its weight. */
function tieLooksOf({ ties }: Drawing): TieLook[] {
  const highest = ties.reduce((most, { weight }) => Math.max(most, weight), Number.MIN_VALUE);
  const faint = ties.length > MANY_TIES ? 0.06 : 0.12;
  return ties.map(({ weight }) => {
    const share = Math.sqrt(weight / highest);
    return { size: 0.6 + 3 * share, opacity: faint + (1 - faint) * share };
  });
}

const layerLooksOf = (
  { ties }: Drawing,
  looks: readonly TieLook[],
  colours: Pick<TieLooks, 'colour' | 'litColour'>,
): TieLooks => ({
  ends: Uint32Array.from(ties.flatMap(({ a, b }) => [a, b])),
  sizes: Float32Array.from(looks, ({ size }) => size),
  opacities: Float32Array.from(looks, ({ opacity }) => opacity),
  ...colours,
});

/** A colour of the style sheet as it is in this place now: `rgb(27, 92, 143)`. */
function colours(place: HTMLElement): (css: string) => string {
  return (css) => {
    const probe = document.createElement('span');
    probe.style.color = css;
    place.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
