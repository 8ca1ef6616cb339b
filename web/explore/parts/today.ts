/** Today as a date of the API, `2026-12-01`, in UTC as the server has it. */
export const today = (): string => new Date().toISOString().slice(0, 10);
