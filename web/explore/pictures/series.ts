/** A series of a picture: what it is called, and how it looks: the number of a colour and pattern, the same in every picture. */
export interface Series {
  key: string;
  label: string;
  look: number;
}

/** How many looks there are; the last one is pale, for what is not known or none of the others. */
export const LOOKS = 10;
export const PALE = LOOKS - 1;

/** The colour of a look, as `pictures.css` has it. */
export const colourOf = (look: number): string => `var(--series-${Math.min(look, PALE)})`;

/** What is drawn over the colour on a field of 8 by 8, so that what looks different does not rest on colour alone. */
const MOTIFS = [
  '',
  '<path d="M0 8L8 0M-2 2L2 -2M6 10L10 6"/>',
  '<path d="M0 2H8M0 6H8"/>',
  '<path d="M0 0L8 8M-2 6L2 10M6 -2L10 2"/>',
  '<path d="M2 0V8M6 0V8"/>',
];

/** SVG `<pattern>`s of looks, by id `PREFIX-LOOK`. */
export function patternsOf(prefix: string, looks: readonly number[]): string {
  return looks
    .map(
      (look) =>
        `<pattern id="${prefix}-${look}" width="8" height="8" patternUnits="userSpaceOnUse">` +
        `<rect width="8" height="8" fill="${colourOf(look)}" stroke="none"/>` +
        `<g fill="none" stroke="${look === PALE ? 'var(--edge)' : 'var(--card)'}" stroke-opacity="0.55" ` +
        `stroke-width="${look === PALE ? 0.7 : 1.1}">${look === PALE ? MOTIFS[1] : MOTIFS[look % MOTIFS.length]}</g></pattern>`,
    )
    .join('');
}
