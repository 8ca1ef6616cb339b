import { spreadOf } from '../measure/figures.ts';
import { type ServerName } from '../servers/running.ts';
import { short } from './markdown.ts';
import { type Results } from './results.ts';

const BARS: { server: ServerName; label: string; color: string }[] = [
  { server: 'floor', label: 'hand-written Cypher, bare HTTP (the floor)', color: '#9aa5b1' },
  { server: 'Chancery', label: 'Chancery', color: '#1f6feb' },
  { server: 'peer', label: '@neo4j/graphql + Apollo Server', color: '#d9822b' },
];

const WIDTH = 760;
const LEFT = 44;
const RIGHT = 70;
const TOP = 62;
const BAR = 15;
const GROUP = BARS.length * BAR + 16;

/** The medians of single requests as bars on a logarithmic scale, each with its figure. */
export function chartOf({ questions, hot, participations }: Results): string {
  const medians = questions.map(({ name }) => BARS.map(({ server }) => spreadOf(hot.of(name, server)).median));
  const least = 10 ** Math.floor(Math.log10(Math.min(...medians.flat())));
  const most = Math.max(...medians.flat());
  const lengthOf = (ms: number) => (Math.log(ms / least) / Math.log(most / least)) * (WIDTH - LEFT - RIGHT);
  const height = TOP + questions.length * GROUP + 24;

  const parts = [
    text(LEFT, 20, `Milliseconds to an answer, median, ${participations.toLocaleString('en')} participations`, 'bold'),
  ];
  let x = LEFT;
  for (const { label, color } of BARS) {
    parts.push(`<rect x="${x}" y="32" width="11" height="11" fill="${color}"/>`, text(x + 16, 42, label));
    x += 40 + label.length * 6.4;
  }
  for (let tick = least; tick <= most; tick *= 10) {
    const at = LEFT + lengthOf(tick);
    parts.push(
      `<line x1="${at}" x2="${at}" y1="${TOP - 6}" y2="${height - 20}" stroke="#d8dee4"/>`,
      text(at, height - 6, `${tick} ms`, '', 'middle'),
    );
  }
  questions.forEach(({ name }, row) => {
    const top = TOP + row * GROUP;
    parts.push(text(LEFT - 10, top + (BARS.length * BAR) / 2 + 4, name, 'bold', 'end'));
    BARS.forEach(({ color }, bar) => {
      const ms = medians[row]![bar]!;
      const y = top + bar * BAR;
      const length = Math.max(1, lengthOf(ms));
      parts.push(
        `<rect x="${LEFT}" y="${y}" width="${length.toFixed(1)}" height="${BAR - 2}" fill="${color}"/>`,
        text(LEFT + length + 5, y + BAR - 4, short(ms)),
      );
    });
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="12">
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}

function text(x: number, y: number, words: string, weight = '', anchor = 'start'): string {
  const bold = weight ? ` font-weight="${weight}"` : '';
  return `<text x="${x.toFixed(1)}" y="${y}" text-anchor="${anchor}" fill="#24292f"${bold}>${words}</text>`;
}
