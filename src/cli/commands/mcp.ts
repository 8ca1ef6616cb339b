import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { Command } from 'commander';
import { ANONYMOUS } from '../../access/caller.ts';
import { createApi } from '../../api/api.ts';
import { createMcpServer } from '../../mcp/server.ts';
import { createTools } from '../../mcp/tools/tools.ts';
import { readConfig } from '../runtime/config.ts';
import { print } from '../runtime/output.ts';
import { withDatabase } from '../runtime/with-database.ts';

/** Bytes of one message, as over HTTP. */
const MAX_MESSAGE_BYTES = 1024 * 1024;

export const mcpCommand = new Command('mcp')
  .description(
    'answer a language-model client over standard input and output, by the Model Context Protocol (docs/mcp.md); it only reads',
  )
  .addHelpText('after', '\nYour client starts it:  npm run -s --prefix FOLDER chancery -- mcp')
  .action(async () => {
    const config = readConfig(process.env);
    await withDatabase(config, print, async (database) => {
      const api = createApi({ database, timeoutMs: config.queryTimeoutMs });
      const leaving = new AbortController();
      const server = createMcpServer(createTools(api.schema), {
        execute: (query) =>
          api.execute({ ...query, caller: ANONYMOUS, idempotencyKey: null, baseUrl: config.publicUrl ?? undefined }),
        baseUrl: config.publicUrl,
        signal: leaving.signal,
        report: (cause) => {
          const id = randomUUID();
          print(`${id}: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
          return id;
        },
      });
      try {
        const left = once(process.stdin, 'end');
        await server.connect(
          new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: MAX_MESSAGE_BYTES }),
        );
        await left;
      } finally {
        leaving.abort();
        await server.close();
        await api.close();
      }
    });
  });
