/// <reference lib="dom" />
import { useEffect, useState } from 'react';
import { type Draft, emptyDraft, isEmpty } from './draft.ts';
import { newId } from './new-id.ts';

/** The number goes up when a draft changes its shape, so that one of an earlier shape is not read. */
const STORED_AS = 'chancery:draft-3';

/**
 * What is being filled in. It is kept in this tab until it is recorded or begun anew, also when the page is loaded again; the key
 * is no part of it. While there is something in it, the browser asks before the page is left.
 */
export function useDraft() {
  const [draft, setDraft] = useState(() => storedDraft() ?? emptyDraft(newId()));
  const isUnsaved = !isEmpty(draft);
  useEffect(() => {
    if (isUnsaved) sessionStorage.setItem(STORED_AS, JSON.stringify(draft));
    else sessionStorage.removeItem(STORED_AS);
  }, [draft, isUnsaved]);
  useEffect(() => {
    if (!isUnsaved) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', stay);
    return () => removeEventListener('beforeunload', stay);
  }, [isUnsaved]);
  return { draft, setDraft, isUnsaved };
}

function storedDraft(): Draft | null {
  const text = sessionStorage.getItem(STORED_AS);
  return text === null ? null : (JSON.parse(text) as Draft);
}
