/** Consonants that systems of transliteration and tongues put for one another. */
const CLASSES: Readonly<Record<string, string>> = {
  ...{ b: 'p', p: 'p', f: 'f', v: 'f', d: 't', t: 't', g: 'k', k: 'k', c: 's', s: 's', j: 's' },
  ...{ l: 'r', r: 'r', m: 'm', n: 'n' },
};

/**
 * What is heard of a word with this plain spelling: its consonants in classes, and `a` for a vowel at the beginning: `putin`, `poetin` and
 * `butin` give `ptn`. Coarse: it finds candidates, and tells little of short words. A `j` may be one of two sounds, so a word may
 * have two.
 */
export function soundsOf(plainSpelling: string): string[] {
  const plain = plainSpelling.replace(/n(?=[bp])/g, 'm');
  const readings = plain.includes('j') ? [plain, plain.replaceAll('j', 'i').replace(/^i(?=[aeou])/, '')] : [plain];
  const keys = readings.map(soundOf);
  return [...new Set(keys)].filter((key) => key.length > 1);
}

function soundOf(plain: string): string {
  const initial = /^[aeiou]/.test(plain) ? 'a' : plain.startsWith('h') ? 'h' : '';
  const consonants = [...plain].map((letter) => CLASSES[letter] ?? '').join('');
  return initial + consonants.replace(/(.)\1+/g, '$1');
}
