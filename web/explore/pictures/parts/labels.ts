/** A mark in pixels of the screen: its middle, how far it reaches, and what it is called. */
export interface Labelled {
  key: string;
  x: number;
  y: number;
  radius: number;
  label: string;
}

/** Wide enough for most letters of the font of labels, in pixels. */
const LETTER = 7;
const WIDE_LETTER = 14;
const LINE = 15;

/** About how wide a label is, in pixels. */
const widthOf = (label: string): number =>
  [...label].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? WIDE_LETTER : LETTER), 0);

/** The keys of the marks whose labels, to their right, have room: the first ones first, none over another label. */
export function labelsWithRoom(marks: readonly Labelled[], width: number, height: number): Set<string> {
  const taken: [left: number, top: number, right: number, bottom: number][] = [];
  const keys = new Set<string>();
  for (const { key, x, y, radius, label } of marks) {
    const box = [x + radius, y - LINE / 2, x + radius + 4 + widthOf(label), y + LINE / 2] as const;
    const [left, top, right, bottom] = box;
    const isSeen = left >= 0 && right <= width && top >= 0 && bottom <= height;
    const isFree = taken.every((other) => left > other[2] || right < other[0] || top > other[3] || bottom < other[1]);
    if (!isSeen || !isFree) continue;
    taken.push([...box]);
    keys.add(key);
  }
  return keys;
}
