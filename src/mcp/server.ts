import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import { CallToolRequestSchema, type CallToolResult, ListToolsRequestSchema } from '@modelcontextprotocol/sdk/types.js';
import { type DocumentNode, type ExecutionResult } from 'graphql';
import { z } from 'zod';
import program from '../../package.json' with { type: 'json' };
import { formatError } from '../api/format-error.ts';
import { dataOf } from '../api/exports/data-of.ts';
import { ClientError } from '../domain/errors.ts';
import { suggestNearest } from '../domain/identity/keys.ts';
import { pagePath } from '../domain/identity/page-address.ts';
import { checkArguments } from './check-arguments.ts';
import { type Tool } from './tool.ts';

/** Whom a server answers, and how. */
export interface McpContext {
  /** Executes a query as the caller may. */
  execute: (query: {
    document: DocumentNode;
    variables: Record<string, unknown>;
    signal: AbortSignal;
  }) => Promise<ExecutionResult>;
  /** The address of the explorer's server; null where nobody knows it. */
  baseUrl: string | null;
  /** Aborts when the caller has left. */
  signal: AbortSignal;
  /** Logs an error that callers may not see, and gives the id that they are told. */
  report: (cause: unknown) => string;
}

/** Characters of the data of an answer. What a model cannot read costs its user as much as what it can. */
const MAX_CHARACTERS = 100_000;

const INSTRUCTIONS = `Chancery is a record of defence diplomacy: who met whom, in what role, who held which post, according to which source.
Find the key of what you ask about with \`search\` first. Every fact has a standing and those who say so: ESTABLISHED is not disputed; ALLEGED is
hearsay; DISPUTED means that sources disagree. Planned is not happened: PROPOSED, SCHEDULED, INVITED, PLANNED, CONFIRMED and NOMINATED tell of plans, whatever the day.
What is not recorded is not known; it is not evidence of the contrary. Name the documents when you pass something on. Nothing can be written here.`;

/** An MCP server for one caller: of one request over HTTP, or of a whole connection. It only reads. */
export function createMcpServer(tools: readonly Tool[], context: McpContext): Server {
  const server = new Server(
    { name: 'chancery', title: 'Chancery', version: program.version },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: tools.map(describeTool) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) =>
    callTool(tools, params, { ...context, signal: AbortSignal.any([context.signal, signal]) }),
  );
  return server;
}

function describeTool({ name, title, description, input, output }: Tool) {
  return {
    name,
    title,
    description,
    inputSchema: z.toJSONSchema(input, { io: 'input' }) as { type: 'object' },
    outputSchema: z.toJSONSchema(output) as { type: 'object' },
    annotations: { readOnlyHint: true, openWorldHint: false },
  };
}

/** Never rejects: the library sends the raw text of what is thrown. */
async function callTool(
  tools: readonly Tool[],
  { name, arguments: given }: { name: string; arguments?: unknown },
  { execute, baseUrl, signal, report }: McpContext,
): Promise<CallToolResult> {
  try {
    const tool = tools.find((each) => each.name === name) ?? unknownTool(name, tools);
    const input = checkArguments(name, tool.input, given);
    const { text, structured } = await tool.run(input as never, {
      ask: async (document, variables = {}) => dataOf(await execute({ document, variables, signal })),
      pageOf: (thing) => {
        const path = pagePath(thing);
        return baseUrl === null || path === null ? undefined : `${baseUrl}${path}`;
      },
    });
    const characters = JSON.stringify(structured).length;
    if (characters > MAX_CHARACTERS) {
      throw new ClientError(
        'TOO_COSTLY',
        `The answer has ${characters} characters, and at most ${MAX_CHARACTERS} are given. Ask for less: fewer items by \`first\`, or fewer fields.`,
      );
    }
    return { content: [{ type: 'text', text }], structuredContent: structured };
  } catch (error) {
    const { message } = formatError({ message: (error as Error).message }, error, report);
    return { isError: true, content: [{ type: 'text', text: message }] };
  }
}

function unknownTool(name: string, tools: readonly Tool[]): never {
  const names = tools.map((tool) => tool.name);
  throw new ClientError(
    'BAD_USER_INPUT',
    `There is no tool \`${name}\`.${suggestNearest(name, names)} There are ${names.join(', ')}.`,
  );
}
