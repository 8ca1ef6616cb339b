import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/** Which room may import which; the arrows point one way (docs/house.md). */
const arrows = {
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
      'boundaries/elements': Object.keys(arrows).map((room) => ({ type: room, pattern: `src/${room}` })),
      'import/resolver': { node: { extensions: ['.ts'] } },
    },
    rules: {
      'no-console': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          message:
            'src/{{from.element.type}} may not import src/{{to.element.type}}: the arrows point one way (docs/house.md).',
          policies: Object.entries(arrows).map(([room, allowed]) => ({
            from: { element: { type: room } },
            allow: [room, ...allowed].map((type) => ({ to: { element: { type } } })),
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
