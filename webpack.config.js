import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import HtmlWebpackPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import { pages } from './build/pages.js';

const development = 'https://localhost:3000';
const officeJs = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** Emits the files that are made from the functions: their metadata for Excel, and the pages. */
class FunctionPages {
  constructor(url) {
    this.url = url;
  }

  apply(compiler) {
    const { Compilation, sources } = webpack;
    compiler.hooks.thisCompilation.tap('FunctionPages', (compilation) =>
      compilation.hooks.processAssets.tapPromise(
        { name: 'FunctionPages', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        async () => {
          for (const [name, text] of Object.entries(await pages(this.url)))
            compilation.emitAsset(name, new sources.RawSource(text));
        },
      ),
    );
  }
}

/** The developer's certificate if there is a trusted one; otherwise the server makes one of its own. */
function certificate() {
  const file = (name) => join(homedir(), '.office-addin-dev-certs', name);
  return existsSync(file('localhost.key'))
    ? { ca: file('ca.crt'), key: file('localhost.key'), cert: file('localhost.crt') }
    : undefined;
}

/** Where the add-in will stand: --env url=https://your.host/st, without a slash at its end. */
function address(env, mode) {
  if (mode === 'development') return development;
  const url = String(env.url ?? '').replace(/\/+$/, '');
  if (/^https:\/\/[^/\s]+(\/[^\s?#]*)?$/.test(url)) return url;
  console.error('Say where the add-in will stand, an https address: npm run build -- --env url=https://your.host/st');
  return process.exit(2);
}

export default (env, { mode = 'production' }) => {
  const url = address(env, mode);
  const common = {
    mode,
    target: ['web', 'es2022'],
    devtool: mode === 'development' ? 'source-map' : false,
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    performance: { hints: false },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: 'esbuild-loader',
          options: { target: 'es2022', jsx: 'automatic' },
        },
      ],
    },
  };
  const output = { path: resolve('dist/addin'), filename: '[name].js' };
  // The functions are built by themselves, so that nothing of the pane can weigh on them.
  const functions = {
    ...common,
    name: 'functions',
    entry: { functions: './src/hosts/excel/custom-functions.ts' },
    // The pane's files come after; while files are watched they would be taken away.
    output: { ...output, clean: mode === 'production' },
    // Imports through src/functions/index.ts stay there, so that all behind it is joined into one piece.
    optimization: { sideEffects: false },
    plugins: [
      new FunctionPages(url),
      new CopyWebpackPlugin({
        patterns: [
          { from: 'assets/*.png', to: 'assets/[name][ext]' },
          {
            from: 'manifest.xml',
            to: 'manifest.xml',
            transform: (content) => content.toString().replaceAll(development, url),
          },
        ],
      }),
    ],
    devServer: {
      host: 'localhost',
      port: 3000,
      hot: false,
      liveReload: false,
      headers: { 'Access-Control-Allow-Origin': '*' },
      server: { type: 'https', options: certificate() },
    },
  };
  const pane = {
    ...common,
    name: 'pane',
    dependencies: ['functions'],
    entry: { taskpane: './src/taskpane/taskpane.ts' },
    output: { ...output, chunkFilename: '[name].js', uniqueName: 'st-model-pane' },
    plugins: [
      new HtmlWebpackPlugin({
        filename: 'taskpane.html',
        template: './src/taskpane/taskpane.html',
        inject: 'body',
        scriptLoading: 'blocking',
        templateParameters: { officeJs },
      }),
    ],
  };
  return [functions, pane];
};
