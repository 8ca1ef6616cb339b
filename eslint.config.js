import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/** Which module may import which; dependencies point one way (docs/architecture.md). */
const dependencies = {
  domain: [],
  storage: ['domain'],
  graph: ['domain'],
  query: ['domain', 'storage', 'graph'],
  record: ['domain', 'storage', 'graph'],
  access: ['domain', 'graph'],
  dataset: ['domain', 'record'],
  api: ['domain', 'graph', 'access', 'query', 'record', 'dataset'],
  server: ['domain', 'graph', 'access', 'api'],
  cli: ['domain', 'graph', 'access', 'query', 'record', 'dataset', 'api', 'server'],
};

export default tseslint.config(
  { ignores: ['node_modules/**', '.chancery/**', 'web/dist/**', 'coverage/**', '**/*.generated.ts'] },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-object-type': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': Object.keys(dependencies).map((name) => ({ type: name, pattern: `src/${name}` })),
      'import/resolver': { node: { extensions: ['.ts'] } },
    },
    rules: {
      'no-console': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            'src/{{from.element.type}} may not import src/{{to.element.type}}: dependencies point one way (docs/architecture.md).',
          policies: Object.entries(dependencies).map(([name, allowed]) => ({
            from: { element: { type: name } },
            allow: [name, ...allowed].map((type) => ({ to: { element: { type } } })),
          })),
        },
      ],
    },
  },
  { files: ['**/*.js', '**/*.cjs'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { require: 'readonly', module: 'writable' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
