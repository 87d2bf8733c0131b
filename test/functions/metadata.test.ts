import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCustomFunctionsMetadata } from 'custom-functions-metadata';
import { helpPage } from '../../src/functions/help-page.ts';
import { functionsJson, givesTable } from '../../src/functions/metadata.ts';
import type { FunctionSpec, Parameter } from '../../src/functions/function-spec.ts';
import { choices, registry } from '../../src/functions/registry.ts';

const url = 'https://addin.example';

type Metadata = {
  readonly enums: readonly {
    readonly id: string;
    readonly values: readonly { readonly name: string; readonly tooltip: string }[];
  }[];
  readonly functions: readonly { readonly id: string }[];
};
const metadata = functionsJson(url) as Metadata;

/** A function written as Microsoft's documentation has it written by hand: a declaration under a comment. */
function declaration(spec: FunctionSpec): string {
  const described = metadata.functions.find(({ id }) => id === spec.id) as unknown as {
    description: string;
    parameters: { description: string }[];
  };
  const type = ({ kind, choices: list }: Parameter) =>
    kind === 'table' ? 'any[][]' : list ? list.toUpperCase() : 'any';
  const name = ({ name: own, optional }: Parameter) => (optional ? `[${own}]` : own);
  return [
    '/**',
    ` * ${described.description}`,
    ` * @customfunction ${spec.id}`,
    ` * @helpurl ${url}/help.html#${spec.id}`,
    ...spec.parameters.map((one, index) => ` * @param ${name(one)} ${described.parameters[index]!.description}`),
    ' */',
    `export function ${spec.id.toLowerCase()}(${spec.parameters
      .map((one) => `${one.name}${one.optional ? '?' : ''}: ${type(one)}`)
      .join(', ')}): ${givesTable(spec) ? 'any[][]' : 'any'} { return null as never; }`,
  ].join('\n');
}

/** The lists of words as enumerations, which the generator takes from the same file. */
const enumeration = (id: string, words: readonly { readonly name: string; readonly tooltip: string }[]): string =>
  [
    '/** @customenum {string} */',
    `enum ${id} {`,
    ...words.map(
      ({ name, tooltip }) =>
        `${tooltip && `  /** ${tooltip} */\n`}  ${JSON.stringify(name)} = ${JSON.stringify(name)},`,
    ),
    '}',
  ].join('\n');

/** The generator keeps the quotes of a member's name, which Excel would show. */
const unquoted = (list: Metadata['enums']): Metadata['enums'] =>
  list.map((one) => ({
    ...one,
    values: one.values.map((value) => ({ ...value, name: value.name.replace(/^"(.*)"$/, '$1') })),
  }));

describe('functions.json', () => {
  it('is what Microsoft generates from the same functions written by hand, and errors are let through', async () => {
    const source = [
      ...metadata.enums.map(({ id, values }) => enumeration(id, values)),
      ...registry.map(declaration),
    ].join('\n\n');
    const folder = mkdtempSync(join(tmpdir(), 'st-model-'));
    try {
      const file = join(folder, 'functions.ts');
      writeFileSync(file, source);
      const { metadataJson, errors } = await generateCustomFunctionsMetadata(file);
      assert.deepEqual(errors, []);
      const generated = JSON.parse(metadataJson) as Metadata;
      const byId = (list: readonly { readonly id: string }[]) => [...list].sort((a, b) => a.id.localeCompare(b.id));
      assert.deepEqual(
        { ...metadata, enums: byId(metadata.enums) },
        { ...generated, enums: byId(unquoted(generated.enums)), allowErrorForDataTypeAny: true },
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('holds the functions of the registry, and so does the help page: one set', () => {
    const ids = registry.map(({ id }) => id).sort();
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(metadata.functions.map(({ id }) => id).sort(), ids);
    assert.deepEqual([...helpPage().matchAll(/<section id="(\w+)">/g)].map(([, id]) => id).sort(), ids);
  });

  it('says of every argument what it means and what an omitted one stands for', () => {
    for (const spec of registry)
      for (const one of spec.parameters) {
        assert.ok(one.meaning.length > 3, `${spec.id} ${one.name}`);
        assert.equal(one.optional, one.default !== undefined, `${spec.id} ${one.name}`);
      }
  });

  it('puts optional arguments after the others, as a cell counts them', () => {
    for (const { id, parameters } of registry) {
      const first = parameters.findIndex(({ optional }) => optional);
      assert.ok(first < 0 || parameters.slice(first).every(({ optional }) => optional), id);
    }
  });

  it('offers the words of the model and the company while a name is typed', () => {
    const { lines, segments, statements } = choices();
    assert.ok(lines.includes('Trade receivable days') && statements.includes('Balance sheet'));
    assert.equal(segments.length, 4);
    assert.equal(metadata.enums.find(({ id }) => id === 'LINES')?.values.length, lines.length);
  });
});
