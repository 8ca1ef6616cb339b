/// <reference lib="dom" />
import { UndirectedGraph as Graph } from 'graphology';
import type { Attributes } from 'graphology-types';
import Sigma from 'sigma';
import { sdfCircle, sdfDiamond, sdfSquare, sdfTriangle } from 'sigma/rendering';
import { pngOf } from '../save.ts';
import { LOOKS, colourOf } from '../series.ts';
import { labelsWithRoom } from '../parts/labels.ts';
import type { Drawing } from './picture.ts';

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
 * From so many on ties are left out while the picture moves, others are not faded beside what is highlighted, and a tie is chosen
 * beside the picture, not in it: each of these looks at all ties.
 */
const MANY_TIES = 4000;
const LABEL_SIZE = 13;
/** In pixels: narrower pictures have smaller nodes, down to a share. */
const FULL_WIDTH = 720;
const SMALLEST_SCALE = 0.45;
/** So many have their names at most, the largest first, and of those that are highlighted; each only where there is room for it. */
const MOST_NAMED = 40;
/** And on narrow pictures fewer: one for so many pixels of the width. */
const LEAST_WIDTH_PER_NAME = 20;

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
  const graph = graphOf(drawing, colour, scale);
  let lit: { nodes: string[]; edges: string[] } = { nodes: [], edges: [] };
  const sigma = new Sigma<Attributes, Attributes, Attributes, { hasRoom: boolean }>(graph, place, {
    customNodeState: { hasRoom: false },
    primitives: { nodes: { shapes: [sdfCircle(), sdfSquare(), sdfTriangle(), sdfDiamond()] } },
    styles: {
      nodes: {
        ...{ x: { attribute: 'x' }, y: { attribute: 'y' }, size: { attribute: 'size' }, color: { attribute: 'color' } },
        shape: { attribute: 'shape' },
        label: { attribute: 'label' },
        labelColor: colour('var(--ink)'),
        labelSize: LABEL_SIZE,
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
        color: { whenState: 'isHighlighted', then: colour('var(--brass)'), else: colour('var(--edge)') },
        opacity: isLarge
          ? { whenState: 'isHighlighted', then: 1, else: { attribute: 'opacity' } }
          : {
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
      hideEdgesOnMove: isLarge,
      hideLabelsOnMove: isLarge,
      labelRenderedSizeThreshold: 7,
      gestureTarget: 'shared',
      itemSizesReference: 'screen',
      autoRescaleContent: isLarge ? 'nodes' : 'labels',
      minEdgeThickness: 0.4,
      minCameraRatio: 0.03,
      maxCameraRatio: 3,
    },
  });
  sigma.on('enterNode', ({ node }) => onHover({ node: Number(node) }));
  sigma.on('leaveNode', () => onHover(null));
  sigma.on('clickNode', ({ node }) => onChoose({ node: Number(node) }));
  sigma.on('enterEdge', ({ edge }) => onHover({ tie: Number(edge) }));
  sigma.on('leaveEdge', () => onHover(null));
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
  if (!isLarge) sigma.on('afterRender', name);
  const camera = sigma.getCamera();
  const quick = { duration: matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150 };
  return {
    move(positions) {
      let index = 0;
      graph.updateEachNodeAttributes(
        (_, attributes) => ({ ...attributes, x: positions[index++], y: positions[index++] }),
        { attributes: ['x', 'y'] },
      );
    },
    highlight(what) {
      sigma.setNodesState(lit.nodes, { isHighlighted: false });
      sigma.setEdgesState(lit.edges, { isHighlighted: false });
      lit = what === null ? { nodes: [], edges: [] } : around(graph, what);
      sigma.setNodesState(lit.nodes, { isHighlighted: true });
      sigma.setEdgesState(lit.edges, { isHighlighted: true });
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
          pen.drawImage(drawn, 0, 0);
          pngOf(canvas).then(resolve, reject);
        });
        sigma.refresh();
      }),
    end: () => sigma.kill(),
  };
}

function around(graph: Graph, what: { node: number } | { tie: number }): { nodes: string[]; edges: string[] } {
  if ('tie' in what) return { nodes: graph.extremities(String(what.tie)), edges: [String(what.tie)] };
  const node = String(what.node);
  const others = graph.neighbors(node).toSorted((a, b) => Number(a) - Number(b));
  return { nodes: [node, ...others], edges: graph.edges(node) };
}

function graphOf({ nodes, ties }: Drawing, colour: (css: string) => string, scale: number): Graph {
  const graph = new Graph();
  const looks = Array.from({ length: LOOKS }, (_, look) => colour(colourOf(look)));
  nodes.forEach(({ label, size, group: { look } }, index) =>
    graph.addNode(index, { x: 0, y: 0, label, size: size * scale, color: looks[look], shape: shapeOf(look) }),
  );
  const highest = Math.max(...ties.map(({ weight }) => weight), Number.MIN_VALUE);
  const faint = ties.length > MANY_TIES ? 0.06 : 0.12;
  ties.forEach(({ a, b, weight }, index) => {
    const share = Math.sqrt(weight / highest);
    graph.addEdgeWithKey(index, a, b, { size: 0.6 + 3 * share, opacity: faint + (1 - faint) * share });
  });
  return graph;
}

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
