import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { type GraphQLEnumType } from 'graphql';
import { dataSetSchema } from '../../dataset/file/json-schema.ts';
import { mappingSchema } from '../../dataset/mapping/json-schema.ts';
import { type Audience, type ErrorCodeEntry, audiences, errorCodes } from '../../domain/error-codes.ts';
import { buildApiSchema } from '../../query/schema.ts';
import { print } from '../runtime/output.ts';

const DOCS = new URL('../../../docs/', import.meta.url);

export const schemaCommand = new Command('schema')
  .description(
    'write the generated files of docs/: dataset.schema.json and mapping.schema.json, for editors, and errors.md',
  )
  .action(async () => {
    await writeFile(new URL('dataset.schema.json', DOCS), `${JSON.stringify(dataSetSchema(), null, 2)}\n`);
    await writeFile(new URL('mapping.schema.json', DOCS), `${JSON.stringify(mappingSchema(), null, 2)}\n`);
    await writeFile(new URL('errors.md', DOCS), errorsPage());
    print('Wrote docs/dataset.schema.json, docs/mapping.schema.json and docs/errors.md.');
  });

const INTRODUCTION = `# Errors

<!-- Generated from src/domain/error-codes.ts and schema/mutation.graphql by \`npm run generate\`. -->

Each error of a GraphQL response has its code in \`extensions.code\`, beside facts about it. Commands and the start of the server print
only the message of an error. Codes are stable; messages are for people and may change.

_HTTP_ is the status of a response in which the whole operation fails. Where it is empty, the code has no status of its own: the response
has status 200 (or 400, for a request that is not valid, under \`application/graphql-response+json\`), or the error occurs only at
start-up or in a command. Under \`application/json\`, errors in the document have status 200 too.
`;

const PROBLEMS = `## Problems of a mutation

Input that a mutation refuses is not an error: the payload lists it in \`problems\`, each with a code, a path into the input, a message and
suggestions. Nothing is then written. What is probably a slip is listed in the same form in \`warnings\`, and stops nothing by itself.
`;

/** The page of all error codes, by who can act on them. Formatted as prettier would. */
function errorsPage(): string {
  const entries: [string, ErrorCodeEntry][] = Object.entries(errorCodes);
  const sections = Object.entries(audiences).map(([audience, who]) => {
    const rows = entries
      .filter(([, entry]) => entry.audience === (audience as Audience))
      .map(([code, { status, docs, sentAs }]) => [
        `\`${code}\``,
        String(status ?? ''),
        sentAs === undefined || sentAs === code ? docs : `${docs} Clients are sent \`${sentAs}\`.`,
      ]);
    return `## For the ${audience}\n\n${who}\n\n${table(['code', 'HTTP', 'meaning, and what to do'], rows)}`;
  });
  return `${[INTRODUCTION, ...sections, `${PROBLEMS}\n${table(['code', 'meaning'], problemRows())}`].join('\n')}`;
}

/** The codes of problems are an enum of the schema, which documents them. */
function problemRows(): string[][] {
  const problemCode = buildApiSchema().getType('ProblemCode') as GraphQLEnumType;
  return problemCode.getValues().map(({ name, description }) => [`\`${name}\``, description ?? '']);
}

function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]!.length)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |\n`;
  return [head, widths.map((width) => '-'.repeat(width)), ...rows].map(line).join('');
}
