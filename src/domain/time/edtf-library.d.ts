/** The part of the npm package `edtf` that Chancery uses; it ships without types. */
declare module 'edtf' {
  export interface Parsed {
    /** Left out for a date with unspecified digits inside an interval. */
    type?: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'Set' | 'List';
  }
  /** Throws an error for text that is not EDTF. */
  export function parse(text: string): Parsed;
}
