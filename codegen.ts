import { globSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * The SDL is the single source: its enums become src/domain/vocabulary.generated.ts, and the questions of the explorer
 * (`web/explore/**\/*.graphql`), with the types of their variables and answers, web/explore/api/documents.generated.ts.
 */
const config: CodegenConfig = {
  schema: inOrder(globSync('schema/*.graphql')),
  // The order of enum values has a meaning.
  config: { sort: false },
  generates: {
    'src/domain/vocabulary.generated.ts': {
      plugins: ['typescript'],
      config: {
        enumsAsConst: true,
        onlyEnums: true,
        namingConvention: 'keep',
      },
    },
    'web/explore/api/documents.generated.ts': {
      documents: inOrder(globSync('web/explore/**/*.graphql')),
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        enumsAsConst: true,
        skipTypename: true,
        useTypeImports: true,
        namingConvention: 'keep',
        scalars: {
          ID: 'string',
          Ref: 'string',
          EDTF: 'string',
          Date: 'string',
          DateTime: 'string',
          URL: 'string',
          JSON: 'unknown',
        },
      },
    },
  },
  hooks: { afterAllFileWrite: ['prettier --write --log-level silent'] },
};

/**
 * Files as one text, in the order of their names: files that are named one by one are loaded as they come, and the order of the
 * output would change from run to run.
 */
function inOrder(files: string[]): string {
  return files
    .sort()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

export default config;
