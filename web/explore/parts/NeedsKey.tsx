import { KeyField } from './KeyField.tsx';

/** Says that something needs a key, and takes it. `for` is that something, as the beginning of a sentence. */
export function NeedsKey({ for: what }: { for: string }) {
  return (
    <div className="needs-key">
      <p>{what} needs a key of an analyst. Whoever runs the server makes one for you.</p>
      <KeyField />
    </div>
  );
}
