import { useState } from 'react';

/** Words that what is listed has in its names. */
export function TextFilter({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  return (
    <form
      className="text-filter"
      onSubmit={(event) => {
        event.preventDefault();
        onChange(typed.trim());
      }}
    >
      <label>
        Name has the words
        <input
          type="search"
          value={typed}
          maxLength={200}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onBlur={() => typed.trim() !== value && onChange(typed.trim())}
        />
      </label>
    </form>
  );
}
