/** The properties that say on which days something was held (docs/graph.md, "Times"). */
export const HOLDING_WINDOWS = [
  'possibleFrom',
  'possibleUntil',
  'certainFrom',
  'certainUntil',
  'observedFrom',
  'observedUntil',
] as const;
