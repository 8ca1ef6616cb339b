import { type DataSetFile, type SourceText } from '../format.ts';
import { type FileProblem } from '../problems.ts';
import { type Reading } from '../read.ts';
import { type Path } from '../yaml.ts';
import { type Assertion, type Citation, assertionsOf } from './assertions.ts';
import { type Form, type Mentions, mentionsIn } from './mentions.ts';
import { type Paragraph, paragraphsOf } from './paragraphs.ts';
import { type NamedThing, formsOf } from './things.ts';

/** One data set against its text. */
export class TextCheck {
  readonly problems: FileProblem[] = [];
  readonly cited = new Set<string>();
  checked = 0;
  unchecked = 0;
  readonly #reading: Reading;
  readonly #things: ReadonlyMap<string, NamedThing>;
  readonly #forms: readonly Form[];
  readonly #paragraphs: ReadonlyMap<string, Paragraph>;
  readonly #mentions = new Map<string, Mentions>();
  /** Who publishes the text speaks everywhere in it and is named nowhere. */
  readonly #own: ReadonlySet<string | undefined>;

  constructor(
    reading: Reading,
    file: DataSetFile,
    source: SourceText,
    text: string,
    things: ReadonlyMap<string, NamedThing>,
  ) {
    this.#reading = reading;
    this.#things = things;
    this.#forms = formsOf(things, file);
    const { paragraphs, outside } = paragraphsOf(text, source);
    this.#paragraphs = paragraphs;
    for (const { label, lines } of outside) {
      const place = label === 'body' ? ['body'] : ['paragraphs', label];
      this.#tell(
        ['dataSet', 'source', ...place],
        `the text has ${lines} lines; expected a line of it, or a first and last`,
      );
    }
    const rows = file.blocks.flatMap(({ documents }) => documents ?? []);
    const document = rows.find(({ key, ref }) => (key ?? ref) === source.document);
    this.#own = new Set([document?.publisher, document?.originator]);
    for (const [number, block] of file.blocks.entries())
      for (const assertion of assertionsOf(block, number, source.document)) this.#check(assertion);
  }

  #check(assertion: Assertion): void {
    if (assertion.citations.length === 0) return;
    if (assertion.about.some(({ ref }) => this.#kindOf(ref) !== 'described')) this.checked += 1;
    else this.unchecked += 1;
    for (const citation of assertion.citations) {
      const paragraph = this.#paragraphs.get(citation.paragraph);
      if (paragraph === undefined) {
        const known = [...this.#paragraphs.keys()];
        this.#tell(citation.path, `the text has no paragraph ${citation.paragraph}; there are ${known.join(', ')}`);
      } else {
        this.cited.add(citation.paragraph);
        this.#checkLine(citation, paragraph);
        this.#checkNames(assertion, citation, this.#mentionsIn(citation.paragraph, paragraph));
      }
    }
  }

  #checkLine({ paragraph, line, path }: Citation, { first, last }: Paragraph): void {
    if (line === null || (line >= first && line <= last)) return;
    const place = first === last ? `in line ${first}` : `in the lines ${first} to ${last}`;
    this.#tell([...path.slice(0, -1), 'line'], `line ${line} is not in paragraph ${paragraph}, which stands ${place}`);
  }

  #checkNames({ name, about, quoted }: Assertion, { paragraph, path }: Citation, mentions: Mentions): void {
    for (const { ref, path: at } of about)
      if (!this.#isNamed(ref, mentions))
        this.#tell(at, `${name} speaks of ${ref}, but paragraph ${paragraph} ${this.#lack(ref, mentions)}`);
    if (quoted !== null && !this.#own.has(quoted) && !mentions.named.has(quoted))
      this.#tell(path, `${name} quotes ${quoted}, but paragraph ${paragraph} ${this.#lack(quoted, mentions)}`);
  }

  #isNamed(ref: string, { named }: Mentions): boolean {
    const kind = this.#kindOf(ref);
    if (named.has(ref) || kind === 'described') return true;
    return kind === 'meeting' && this.#things.get(ref)!.through.some((relative) => named.has(relative));
  }

  /** A meeting of which nothing is known by which a text could mean it is not looked for either. */
  #kindOf(ref: string): NamedThing['kind'] {
    const thing = this.#things.get(ref);
    if (thing === undefined) return 'named';
    return thing.kind === 'meeting' && thing.through.length === 0 ? 'described' : thing.kind;
  }

  /** What the paragraph lacks, what was looked for, and the way out. */
  #lack(ref: string, { swallowed }: Mentions): string {
    const words = this.#forms.filter((form) => form.ref === ref).map((form) => form.words);
    if (words.length === 0)
      return (
        'could not be looked through: these files do not say what it is called; import them together with the file ' +
        'that does, or give its words under dataSet.source.shortForms'
      );
    if (this.#kindOf(ref) === 'meeting') return 'names neither it nor its body, its place or anyone who takes part';
    const longer = swallowed.get(ref);
    const inside = longer === undefined ? '' : `, only the longer ${longer}`;
    return `does not name it (${words.join(', ')})${inside}; mend it, or add words under dataSet.source.shortForms`;
  }

  #mentionsIn(label: string, { text }: Paragraph): Mentions {
    const mentions = this.#mentions.get(label) ?? mentionsIn(label, text, this.#forms);
    this.#mentions.set(label, mentions);
    return mentions;
  }

  #tell(path: Path, message: string): void {
    this.problems.push(this.#reading.problemAt(path, 'value', message));
  }
}
