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
};
const everyLayer = [...Object.keys(layers), 'workbench'];

const message = (layer) => `${layer} may import from ${layers[layer].join(', ')} only: imports point downward.`;

const oneWay = Object.keys(layers).map((layer) => {
  const forbidden = everyLayer.filter((other) => !layers[layer].includes(other));
  return {
    files: [`src/${layer}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: forbidden.flatMap((other) => [`**/${other}/**`, `**/${other}`]), message: message(layer) },
            ...(['model', 'company', 'functions', 'template'].includes(layer)
              ? [
                  {
                    group: ['node:*', 'fs', 'path', 'office-js', 'react', 'react-dom'],
                    message: `${layer} runs anywhere: no Node, Office or DOM in here.`,
                  },
                ]
              : []),
          ],
        },
      ],
    },
  };
});

/** Words that only the company's own data may know. */
const companyWords = 'sensetime|smart[- ]?(business|city|life|auto)|cambricon|688256|\\b20 HK\\b';
const knowsCompany = [`Literal[value=/${companyWords}/i]`, `TemplateElement[value.raw=/${companyWords}/i]`].map(
  (selector) => ({ selector, message: 'Only src/company/sensetime knows the company; read it from the company data.' }),
);

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
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/company/**'],
    rules: { 'no-restricted-syntax': ['error', ...knowsCompany] },
  },
  {
    files: ['src/{model,company,functions,template}/**/*.ts'],
    languageOptions: { globals: {} },
    rules: { 'no-restricted-globals': ['error', 'window', 'document', 'process', 'Office', 'Excel', 'fetch'] },
  },
);
