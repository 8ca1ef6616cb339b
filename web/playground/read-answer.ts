/** What the pane of the answer shows, as far as a table can be made of it. */
export interface ReadAnswer {
  /** The answer's `data`; undefined where there is none. */
  data?: unknown;
  /** Why there is no data, or not all of it, a sentence each. */
  problems: readonly string[];
}

/** Reads the text of an answer: JSON of `{data, errors}`, or what GraphiQL shows instead. */
export function readAnswer(text: string, isFetching: boolean): ReadAnswer {
  if (text.trim() === '')
    return {
      problems: [
        isFetching ? 'the answer has not come yet.' : 'nothing has been answered yet. Press the arrow, or Ctrl-Enter.',
      ],
    };
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return { problems: ['the answer is not JSON. Look at it under JSON.'] };
  }
  if (typeof answer !== 'object' || answer === null) return { problems: ['the answer has no data.'] };
  const { data, errors } = answer as { data?: unknown; errors?: unknown };
  const problems = Array.isArray(errors) ? errors.map(messageOf) : [];
  if (typeof data === 'object' && data !== null) return { data, problems };
  return { problems: problems.length > 0 ? problems : ['the answer has no data.'] };
}

/** With the place in the answer where it has one: `meeting.place: ...`. */
function messageOf(error: unknown): string {
  const { message, path } = (error ?? {}) as { message?: unknown; path?: unknown };
  const place = Array.isArray(path) ? `${path.join('.')}: ` : '';
  return place + (typeof message === 'string' ? message : JSON.stringify(error));
}
