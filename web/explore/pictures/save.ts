/// <reference lib="dom" />

/** Gives the reader a file. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** What the style sheet says of a picture and a file of its own has to say itself. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'opacity',
  'fill-opacity',
  'stroke-opacity',
].concat(['font-family', 'font-size', 'font-weight', 'text-anchor', 'paint-order', 'visibility']);
const MARGIN = 16;
const LINE = 22;

/** What stands beside a picture in its file: what it shows, and what each colour is (the id of its pattern and words). */
export interface Explained {
  title: string;
  sentence: string;
  legend: readonly { fill: string; label: string }[];
}

/** A picture as an SVG file that looks the same elsewhere: with its styles, title, legend and where it is from. */
export function standalone(svg: SVGSVGElement, explained: Explained): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, index) => {
    const styles = getComputedStyle(originals[index]!);
    for (const property of PROPERTIES) element.style.setProperty(property, styles.getPropertyValue(property));
  });
  const [width, height] = [svg.clientWidth, svg.clientHeight];
  const below = explained.legend.length;
  const whole = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const ink = getComputedStyle(svg).color;
  const paper = getComputedStyle(document.body).backgroundColor;
  const size = [width + 2 * MARGIN, height + 2 * MARGIN + (3 + below) * LINE];
  whole.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  whole.setAttribute('viewBox', `0 0 ${size.join(' ')}`);
  whole.setAttribute('width', String(size[0]));
  whole.setAttribute('height', String(size[1]));
  whole.setAttribute('style', `background:${paper};color:${ink};font:14px system-ui,sans-serif;fill:${ink}`);
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('y', String(MARGIN + 1.5 * LINE));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const line = (row: number) => height + MARGIN + (2.5 + row) * LINE;
  whole.append(
    rect({ width: size[0]!, height: size[1]!, style: `fill:${paper}` }),
    text(explained.title, MARGIN, MARGIN + LINE * 0.8, 'font-size:18px;font-weight:600'),
    copy,
    ...explained.legend.flatMap(({ fill, label }, row) => [
      rect({
        x: MARGIN,
        y: line(row) - 12,
        width: 14,
        height: 14,
        style: `fill:${fill};stroke:${ink};stroke-width:.5`,
      }),
      text(label, MARGIN + 22, line(row)),
    ]),
    text(`${explained.sentence} ${location.href}`, MARGIN, line(below), 'font-size:11px'),
  );
  return new XMLSerializer().serializeToString(whole);
}

function rect(attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

function text(words: string, x: number, y: number, style = ''): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  element.setAttribute('x', String(x));
  element.setAttribute('y', String(y));
  element.setAttribute('style', style);
  element.textContent = words;
  return element;
}

/** An SVG file as a PNG, twice as fine as on the page. */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return pngOf(canvas);
}

/** A canvas as a PNG. */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be made.'))), 'image/png'),
  );
}
