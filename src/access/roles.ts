/** Roles; each includes the ones before it. */
export const ROLES = ['READER', 'ANALYST', 'ADMIN'] as const;

/** READER queries, ANALYST also writes, ADMIN also administers. */
export type Role = (typeof ROLES)[number];

export function roleIncludes(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}

/** The role with this name, ignoring case; undefined if there is none. */
export function parseRole(name: string): Role | undefined {
  return ROLES.find((role) => role === name.toUpperCase());
}

/** The highest role among these names; unknown names are ignored, so the least is READER. */
export function highestRole(names: readonly string[]): Role {
  return ROLES.findLast((role) => names.some((name) => parseRole(name) === role)) ?? 'READER';
}
