import { parse } from 'graphql';
import { type Caller } from '../access/caller.ts';

/** Who records what is then taken back. */
export const WARM_UP_CALLER: Caller = { name: 'rehearsal', role: 'ANALYST', kind: 'key' };

/**
 * A recording that is tried and taken back: by it Neo4j comes to know the statements of the writer, which else the first
 * analyst of the day waits for, some seconds. All that it speaks of is its own.
 */
export const WARM_UP_MUTATION = parse(`mutation {
  record(input: {
    dryRun: true
    allowDuplicate: true
    source: { title: "rehearsal", kind: OTHER, attributionKind: ANALYST, published: { edtf: "2000-01-01" } }
    countries: [{ key: "rehearsal:country", names: [{ value: "rehearsal", lang: "en" }] }]
    officials: [{ key: "rehearsal:official", country: "rehearsal:country", names: [{ value: "rehearsal", lang: "en" }] }]
    organizations: [{ key: "rehearsal:org", kind: OTHER, names: [{ value: "rehearsal", lang: "en" }] }]
    posts: [{ key: "rehearsal:post", level: OTHER, country: "rehearsal:country", names: [{ value: "rehearsal", lang: "en" }] }]
    places: [{ key: "rehearsal:place", kind: CITY, country: "rehearsal:country", names: [{ value: "rehearsal", lang: "en" }] }]
    tenures: [{ official: "rehearsal:official", post: "rehearsal:post", status: CURRENT }]
    meetings: [{
      key: "rehearsal:meeting", kind: OTHER, status: HELD, time: { edtf: "2000-01-01" }, place: "rehearsal:place"
      body: "rehearsal:org", ordinal: 1, names: [{ value: "rehearsal", lang: "en" }]
      participants: [
        { actor: "rehearsal:official", role: CHAIR, status: ATTENDED, capacity: "rehearsal:post", onBehalfOf: "rehearsal:country" }
        { actor: "rehearsal:country", role: ATTENDEE, status: ATTENDED }
      ]
    }]
    claims: [{
      type: DISCUSSED, subject: "rehearsal:meeting", objects: ["rehearsal:org"], modality: OCCURRED, text: "rehearsal"
    }]
  }) {
    changes { key }
    problems { message path }
  }
}`);
