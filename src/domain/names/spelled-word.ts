import { isCjk } from './normalize-text.ts';
import { isRoman, lacksVowels, romanize } from './romanize.ts';
import { soundsOf } from './sound.ts';
import { plainSpelling } from './spelling.ts';

/** A word with its spellings, each of which is worked out when it is first asked for: most words never are. */
export class SpelledWord {
  /** As it is written, normalized. */
  readonly text: string;
  #latin: string | undefined;
  #plain: string | undefined;
  #sounds: readonly string[] | undefined;

  /** @param latin The word in Latin letters, where more is known of it than its text. */
  constructor(text: string, latin?: string) {
    this.text = text;
    this.#latin = latin;
  }

  /** In Latin letters; empty if nothing of it can be spelled. */
  get latin(): string {
    return (this.#latin ??= romanize(this.text).join(''));
  }

  /** The Latin letters with one letter for each sound. */
  get plain(): string {
    return (this.#plain ??= plainSpelling(this.latin));
  }

  get sounds(): readonly string[] {
    return (this.#sounds ??= soundsOf(this.plain));
  }

  get isRoman(): boolean {
    return isRoman(this.text);
  }

  get isCjk(): boolean {
    return isCjk(this.text);
  }

  get lacksVowels(): boolean {
    return lacksVowels(this.text);
  }
}
