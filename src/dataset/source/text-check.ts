import { type DataSetFile, type SourceText } from '../file/format.ts';
import { type FileProblem } from '../file/problems.ts';
import { type ParsedFile } from '../file/read.ts';
import { type YamlPath } from '../file/yaml.ts';
import { type CitedAssertion, type SourceCitation, collectAssertions } from './cited-assertions.ts';
import { type NameForm, type Mentions, findMentions } from './mentions.ts';
import { type TextParagraph, splitParagraphs } from './paragraphs.ts';
import { type NamedNode, collectNameForms } from './named-nodes.ts';

/** Checks one data set against its text. */
export class TextCheck {
  readonly problems: FileProblem[] = [];
  readonly cited = new Set<string>();
  checked = 0;
  unchecked = 0;
  readonly #parsed: ParsedFile;
  readonly #nodes: ReadonlyMap<string, NamedNode>;
  readonly #forms: readonly NameForm[];
  readonly #paragraphs: ReadonlyMap<string, TextParagraph>;
  readonly #mentions = new Map<string, Mentions>();
  /** The publisher and originator of the text, who need not be mentioned in it to be quoted. */
  readonly #publishers: ReadonlySet<string | undefined>;

  constructor(
    parsed: ParsedFile,
    dataSet: DataSetFile,
    source: SourceText,
    text: string,
    nodes: ReadonlyMap<string, NamedNode>,
  ) {
    this.#parsed = parsed;
    this.#nodes = nodes;
    this.#forms = collectNameForms(nodes, dataSet);
    const { paragraphs, outside } = splitParagraphs(text, source);
    this.#paragraphs = paragraphs;
    for (const { label, lines } of outside) {
      const place = label === 'body' ? ['body'] : ['paragraphs', label];
      this.#report(
        ['dataSet', 'source', ...place],
        `the text has ${lines} lines; expected one of its line numbers, or a first and a last one`,
      );
    }
    const rows = dataSet.blocks.flatMap(({ documents }) => documents ?? []);
    const document = rows.find(({ key, ref }) => (key ?? ref) === source.document);
    this.#publishers = new Set([document?.publisher, document?.originator]);
    for (const [number, block] of dataSet.blocks.entries())
      for (const assertion of collectAssertions(block, number, source.document)) this.#checkAssertion(assertion);
  }

  #checkAssertion(assertion: CitedAssertion): void {
    if (assertion.citations.length === 0) return;
    if (assertion.about.some(({ ref }) => this.#kindOf(ref) !== 'described')) this.checked += 1;
    else this.unchecked += 1;
    for (const citation of assertion.citations) {
      const paragraph = this.#paragraphs.get(citation.paragraph);
      if (paragraph === undefined) {
        const known = [...this.#paragraphs.keys()];
        this.#report(
          citation.path,
          `the text has no paragraph ${citation.paragraph}; its paragraphs are ${known.join(', ')}`,
        );
      } else {
        this.cited.add(citation.paragraph);
        this.#checkLine(citation, paragraph);
        this.#checkNames(assertion, citation, this.#mentionsIn(citation.paragraph, paragraph));
      }
    }
  }

  #checkLine({ paragraph, line, path }: SourceCitation, { first, last }: TextParagraph): void {
    if (line === null || (line >= first && line <= last)) return;
    const place = first === last ? `in line ${first}` : `in the lines ${first} to ${last}`;
    this.#report([...path.slice(0, -1), 'line'], `line ${line} is not in paragraph ${paragraph}, which is ${place}`);
  }

  #checkNames({ name, about, quoted }: CitedAssertion, { paragraph, path }: SourceCitation, mentions: Mentions): void {
    for (const { ref, path: at } of about)
      if (!this.#isNamed(ref, mentions))
        this.#report(at, `${name} is about ${ref}, but paragraph ${paragraph} ${this.#explainMissing(ref, mentions)}`);
    if (quoted !== null && !this.#publishers.has(quoted) && !mentions.named.has(quoted))
      this.#report(
        path,
        `${name} quotes ${quoted}, but paragraph ${paragraph} ${this.#explainMissing(quoted, mentions)}`,
      );
  }

  #isNamed(ref: string, { named }: Mentions): boolean {
    const kind = this.#kindOf(ref);
    if (named.has(ref) || kind === 'described') return true;
    return kind === 'meeting' && this.#nodes.get(ref)!.relatedRefs.some((relative) => named.has(relative));
  }

  /** A meeting without a body, place or participants cannot be searched for. */
  #kindOf(ref: string): NamedNode['kind'] {
    const node = this.#nodes.get(ref);
    if (node === undefined) return 'named';
    return node.kind === 'meeting' && node.relatedRefs.length === 0 ? 'described' : node.kind;
  }

  /** What the paragraph does not mention, the words searched for, and how to fix it. */
  #explainMissing(ref: string, { shadowed }: Mentions): string {
    const words = this.#forms.filter((form) => form.ref === ref).map((form) => form.words);
    if (words.length === 0)
      return (
        'could not be searched: these files have no name for it; import them together with the file that has, ' +
        'or add its words under dataSet.source.shortForms'
      );
    if (this.#kindOf(ref) === 'meeting') return 'mentions neither it nor its body, its place or a participant';
    const longer = shadowed.get(ref);
    const inside = longer === undefined ? '' : `, only the longer ${longer}`;
    return `does not mention it (${words.join(', ')})${inside}; correct it, or add words under dataSet.source.shortForms`;
  }

  #mentionsIn(label: string, { text }: TextParagraph): Mentions {
    const mentions = this.#mentions.get(label) ?? findMentions(label, text, this.#forms);
    this.#mentions.set(label, mentions);
    return mentions;
  }

  #report(path: YamlPath, message: string): void {
    this.problems.push(this.#parsed.problemAt(path, 'value', message));
  }
}
