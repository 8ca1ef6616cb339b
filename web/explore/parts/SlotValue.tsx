import { NamesOfDocument } from '../api/documents.generated.ts';
import { capitalised } from '../words.ts';
import { useAsk } from './Ask.tsx';
import { ThingLinks } from './Link.tsx';
import { valueInWords } from './slots.ts';

/** A value about which sources disagree: in words, or as links where it is things, which it names by their keys. */
export function SlotValue({ value }: { value: string }) {
  const refs = value.split(/,\s*/);
  const areKeys = refs.every((ref) => /^[a-z]+:[^\s:]+$/.test(ref));
  const { data } = useAsk(NamesOfDocument, { refs }, { enabled: areKeys });
  if (!areKeys) return capitalised(valueInWords(value));
  const found = data?.entities.nodes ?? [];
  return found.length === refs.length ? <ThingLinks to={found} /> : value;
}
