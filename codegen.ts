import { readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

/** The SDL is the single source of the vocabulary: enums become src/domain/vocabulary.generated.ts, and nothing else. */
const config: CodegenConfig = {
  // One text in the order of the file names: files named one by one are loaded as they come, and the order of the output
  // would change from run to run. Unsorted within, since the order of enum values has a meaning.
  schema: readdirSync('schema')
    .sort()
    .map((file) => readFileSync(`schema/${file}`, 'utf8'))
    .join('\n'),
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
  },
  hooks: { afterAllFileWrite: ['prettier --write --log-level silent'] },
};

export default config;
