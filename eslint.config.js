import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import tseslint from 'typescript-eslint';

/** Which module may import which; dependencies point one way (docs/architecture.md). */
const dependencies = {
  domain: [],
  storage: ['domain'],
  citation: ['domain'],
  graph: ['domain'],
  network: ['domain'],
  export: [],
  query: ['domain', 'storage', 'graph', 'citation', 'network'],
  record: ['domain', 'storage', 'graph'],
  access: ['domain', 'graph'],
  dataset: ['domain', 'record'],
  api: ['domain', 'storage', 'graph', 'access', 'citation', 'export', 'query', 'record', 'dataset'],
  mcp: ['domain', 'api'],
  server: ['domain', 'graph', 'access', 'api', 'mcp'],
  cli: ['domain', 'graph', 'access', 'query', 'record', 'dataset', 'api', 'mcp', 'server'],
};

/**
 * The folders of a module, lowest first; `.` is the files at its top. Each may import those before it. A module that is not
 * here has no folders.
 */
const folders = {
  domain: ['.', 'identity', 'time', 'claims', 'names'],
  graph: ['transactions', 'migrations', '.', 'managed'],
  query: [
    ...[
      'ir',
      'statement',
      'response',
      'filters',
      'limits',
      'questions',
      'networks',
      'fields',
      'model',
      'plan',
      'read',
      'tiers',
    ],
    ...['as-of/graph', 'as-of/fields', 'as-of', '.'],
  ],
  record: [
    ...['input', 'resolve', 'draft', 'diff', 'write', 'derive', 'duplicates', 'operation'],
    ...['integrity', 'identity', 'archive', 'claims', 'recording'],
  ],
  dataset: ['file', 'table', 'source', 'batches', 'suggest', '.'],
  api: ['mutations', 'exports', '.'],
  mcp: ['.', 'tools'],
  server: ['graphql', '.'],
  cli: ['runtime', 'startup', 'commands', '.'],
};

const foldersOf = (module) =>
  (folders[module] ?? ['.']).map((folder) => (folder === '.' ? module : `${module}/${folder}`));

/** Every folder with those that it may import: itself, those below it, and all of the modules that its module may import. */
const allowed = Object.entries(dependencies).flatMap(([module, modules]) =>
  foldersOf(module).map((folder, index, own) => [folder, [...own.slice(0, index + 1), ...modules.flatMap(foldersOf)]]),
);

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
      // The first pattern that fits counts, so inner folders come first.
      'boundaries/elements': allowed
        .map(([folder]) => ({ type: folder, pattern: `src/${folder}` }))
        .sort((a, b) => b.pattern.split('/').length - a.pattern.split('/').length),
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
          policies: allowed.map(([folder, targets]) => ({
            from: { element: { type: folder } },
            allow: targets.map((type) => ({ to: { element: { type } } })),
          })),
        },
      ],
    },
  },
  {
    files: ['web/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/src/(?!domain/)',
              message: 'Pages ask the API over HTTP; of src they may import src/domain only (docs/architecture.md).',
            },
          ],
        },
      ],
      // An effect whose arrow gives back what scrolling gives leaves React a Promise to call when the view goes.
      'no-restricted-syntax': [
        'error',
        ...['callee.name', 'callee.property.name'].map((name) => ({
          selector: `ArrowFunctionExpression > CallExpression.body[${name}=/^scroll/]`,
          message: 'Scrolling gives a Promise in some browsers. Put braces around it, so that it is not given back.',
        })),
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
