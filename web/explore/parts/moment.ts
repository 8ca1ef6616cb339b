const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** `3 Dec 2026, 10:12 UTC`. */
export const momentInWords = (at: string): string => `${MOMENT.format(new Date(at))} UTC`;
