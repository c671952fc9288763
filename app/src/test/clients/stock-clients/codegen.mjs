import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';

const config = {
  strictScalars: true,
  useTypeImports: true,
  enumsAsTypes: true,
  scalars: JSON.parse(await readFile('scalars.json', 'utf8')),
};

async function files(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.graphql'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .map((location) => ({
      location,
      name: join(basename(folder), relative(folder, location))
        .replace(/\.graphql$/, '')
        .replace(/[^a-zA-Z0-9]+/g, '-'),
    }));
}

async function generate(name, plugin, documents, before = '') {
  const filename = join('generated', `${name}.ts`);
  const content = await codegen({
    filename,
    schema,
    documents,
    config: plugin === operations ? { ...config, namespacedImportName: 'Schema' } : config,
    plugins: [{ plugin: {} }],
    pluginMap: { plugin },
  });
  await writeFile(filename, before + content);
}

// The schema's types once; of each document a file of its own, because each may name its operation as it likes.
const schema = parse(await readFile('schema.graphql', 'utf8'));
await mkdir('generated', { recursive: true });
await generate('schema', typescript, []);
const found = (await Promise.all(process.argv.slice(2).map(files))).flat();
for (const { location, name } of found) {
  const document = parse(await readFile(location, 'utf8'));
  await generate(name, operations, [{ location, document }], "import type * as Schema from './schema';\n");
}
console.log(JSON.stringify({ documents: found.length }));
