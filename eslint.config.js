import { builtinModules } from 'node:module';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Each layer with the layers it may import from, its own included. Imports point downward only. */
const ground = ['company', 'model'];
const layers = {
  model: ['model'],
  company: ['company', 'model'],
  functions: ['functions', ...ground],
  template: ['template', ...ground],
  hosts: ['hosts', 'functions', 'template', ...ground],
  refresh: ['refresh', 'hosts', 'functions', 'template', ...ground],
  cli: ['cli', 'hosts', 'functions', 'template', ...ground],
  taskpane: ['taskpane', 'refresh', 'hosts', 'functions', 'template', ...ground],
  workbench: ['workbench', 'taskpane', 'refresh', 'hosts', 'functions', 'template', ...ground],
};
const everyLayer = Object.keys(layers);

const message = (layer) => `${layer} may import from ${layers[layer].join(', ')} only: imports point downward.`;
const runsAnywhere = ['model', 'company', 'functions', 'template'];
const onlyTheCompany = 'Only src/company/sensetime knows the company; read it from the company data.';
/** The two files that hand the company's data out. */
const gateways = ['src/company/index.ts', 'src/company/company-for-functions.ts'];

/** The grid is heavy: only the preview loads it, never the add-in or the command line. */
const grid = { group: ['@univerjs/*', '@univerjs/*/**', '**/univer/**'], message: 'Only the preview loads the grid.' };

const importsOf = (layer, { ofTheCompany, ofTheGrid = ['hosts', 'workbench'].includes(layer) }) => {
  const forbidden = everyLayer.filter((other) => !layers[layer].includes(other));
  const patterns = [
    { group: forbidden.flatMap((other) => [`**/${other}/**`, `**/${other}`]), message: message(layer) },
    ...(runsAnywhere.includes(layer)
      ? [
          {
            group: ['node:*', ...builtinModules, 'office-js', 'react', 'react-dom'],
            message: `${layer} runs anywhere: no Node, Office or DOM in here.`,
          },
        ]
      : []),
    ...(ofTheGrid ? [] : [grid]),
    ...(ofTheCompany ? [] : [{ group: ['**/sensetime/**', '**/sensetime'], message: onlyTheCompany }]),
  ];
  return { 'no-restricted-imports': ['error', { patterns }] };
};
const oneWay = Object.keys(layers).map((layer) => ({
  files: [`src/${layer}/**/*.{ts,tsx}`],
  rules: importsOf(layer, { ofTheCompany: false }),
}));

/** Words that only the company's own data may know, in text and in names. What is imported, the rule above holds. */
const companyWords = 'sensetime|smart[- ]?(business|city|life|auto)|cambricon|688256|\\b20 HK\\b';
const companyNames = 'sensetime|smart_?(business|city|life|auto)|cambricon';
const knowsCompany = [
  `:not(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration) > Literal[value=/${companyWords}/i]`,
  `Literal[regex.pattern=/${companyWords}/i]`,
  `TemplateElement[value.raw=/${companyWords}/i]`,
  `JSXText[value=/${companyWords}/i]`,
  `Identifier[name=/${companyNames}/i]`,
  `PrivateIdentifier[name=/${companyNames}/i]`,
  `JSXIdentifier[name=/${companyNames}/i]`,
].map((selector) => ({ selector, message: onlyTheCompany }));

/** Syntax knows no comments: they are read on their own. */
const companyComments = {
  create: ({ sourceCode, report }) => ({
    Program() {
      for (const comment of sourceCode.getAllComments())
        if (new RegExp(companyWords, 'i').test(comment.value)) report({ loc: comment.loc, message: onlyTheCompany });
    },
  }),
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/'] },
  ...tseslint.configs.recommended,
  { languageOptions: { globals: globals.node } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  ...oneWay,
  {
    files: ['src/hosts/{excel,models,xlsx}/**/*.ts'],
    rules: importsOf('hosts', { ofTheCompany: false, ofTheGrid: false }),
  },
  { files: gateways, rules: importsOf('company', { ofTheCompany: true }) },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/company/sensetime/**'],
    plugins: { house: { rules: { 'company-comments': companyComments } } },
    rules: { 'no-restricted-syntax': ['error', ...knowsCompany], 'house/company-comments': 'error' },
  },
  {
    files: ['src/{model,company,functions,template}/**/*.ts'],
    languageOptions: { globals: {} },
    rules: {
      'no-restricted-globals': [
        'error',
        'window',
        'document',
        'process',
        'Office',
        'Excel',
        'CustomFunctions',
        'OfficeRuntime',
        'fetch',
      ],
    },
  },
);
