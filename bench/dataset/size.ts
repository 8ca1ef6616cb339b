/** How large a synthetic world is. Participations come by chance: about a tenth more or fewer. */
export interface Size {
  officials: number;
  meetings: number;
  participations: number;
}

const full: Size = { officials: 20_000, meetings: 50_000, participations: 1_000_000 };

export const sizes = {
  full,
  tenth: tenthOf(full),
  /** Imported in minutes. */
  small: { officials: 500, meetings: 1_250, participations: 25_000 },
} satisfies Record<string, Size>;

/** The same world with a tenth of everything that grows. */
export function tenthOf({ officials, meetings, participations }: Size): Size {
  const tenth = (count: number) => Math.max(20, Math.round(count / 10));
  return { officials: tenth(officials), meetings: tenth(meetings), participations: tenth(participations) };
}

export const nameOf = ({ officials, meetings, participations }: Size): string =>
  `${officials}-officials-${meetings}-meetings-${participations}-participations`;

/** Reads `full`, `tenth`, `small`, or three numbers: `2000,5000,100000`. */
export function sizeFrom(text: string): Size {
  const named = Object.entries(sizes).find(([name]) => name === text);
  if (named) return named[1];
  const [officials = NaN, meetings = NaN, participations = NaN, ...more] = text.split(',').map(Number);
  const all = [officials, meetings, participations];
  if (more.length > 0 || !all.every((number) => Number.isInteger(number) && number >= 20)) {
    throw new Error(
      `"${text}" is no size. Give full, tenth, small, or the numbers of officials, meetings and participations, each ` +
        'at least 20, with commas between them: 2000,5000,100000',
    );
  }
  return { officials, meetings, participations };
}
