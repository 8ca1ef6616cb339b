import { type DocumentNode } from 'graphql';
import { type z } from 'zod';

/** What a tool asks with: the API as the caller may use it. */
export interface Asking {
  /** Executes a query for the caller as any other. @throws what it is refused for. */
  ask: (document: DocumentNode, variables?: Record<string, unknown>) => Promise<Readonly<Record<string, unknown>>>;
  /** The address of a page of the explorer; undefined where there is none, or nobody knows the address of the server. */
  pageOf: (thing: { type: string; key: string }) => string | undefined;
}

/** The same answer twice: in words for models that read only text, and as data. */
export interface ToolAnswer<Structured> {
  text: string;
  structured: Structured;
}

/** A tool for language models. */
export interface Tool {
  name: string;
  title: string;
  description: string;
  input: z.ZodObject;
  output: z.ZodObject;
  run: (input: never, asking: Asking) => Promise<ToolAnswer<Record<string, unknown>>>;
}

/** A tool whose function fits its schemas. */
export function defineTool<Input extends z.ZodObject, Output extends z.ZodObject>(
  tool: Omit<Tool, 'input' | 'output' | 'run'> & {
    input: Input;
    output: Output;
    run: (input: z.output<Input>, asking: Asking) => Promise<ToolAnswer<z.input<Output>>>;
  },
): Tool {
  return tool;
}
