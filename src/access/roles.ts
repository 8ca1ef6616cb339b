/** What a caller may do, each role including those before it. */
export const ROLES = ['READER', 'ANALYST', 'ADMIN'] as const;

/** READER asks, ANALYST also records, ADMIN also does what cannot be left to everyone. */
export type Role = (typeof ROLES)[number];

/** Whether a role includes another one. */
export function roleIncludes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The role of this name, in any case; undefined where there is none. */
export function parseRole(name: string): Role | undefined {
  return ROLES.find((role) => role === name.toUpperCase());
}

/** The highest role among these names. Names that are none of ours count for nothing, so without any it is READER. */
export function highestRole(names: readonly string[]): Role {
  return ROLES.findLast((role) => names.some((name) => parseRole(name) === role)) ?? 'READER';
}
