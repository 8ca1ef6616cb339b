import type { CodegenConfig } from '@graphql-codegen/cli';

/** The SDL is the single source of the vocabulary: enums become src/domain/vocabulary.generated.ts, and nothing else. */
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
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
