import {
  GraphQLSchema,
  buildClientSchema,
  buildSchema,
  getIntrospectionQuery,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { readFile } from 'node:fs/promises';

// With everything that can be asked of a schema, and as GraphiQL asks when it opens.
const EVERYTHING = {
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
};
const OF_GRAPHIQL = { schemaDescription: true, inputValueDeprecation: true };

const [url, token] = process.argv.slice(2);

// The engine names these of its own accord: Sightline sends no answer in parts, and offers neither.
const OF_THE_ENGINE = ['defer', 'experimental_disableErrorPropagation'];

function ours(schema) {
  const config = schema.toConfig();
  return new GraphQLSchema({
    ...config,
    directives: config.directives.filter(({ name }) => !OF_THE_ENGINE.includes(name)),
  });
}

function printed(schema) {
  return printSchema(lexicographicSortSchema(schema));
}

const written = printed(buildSchema(await readFile('schema.graphql', 'utf8')));

async function differences(options) {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, multipart/mixed',
    },
    body: JSON.stringify({
      query: getIntrospectionQuery(options),
      operationName: 'IntrospectionQuery',
    }),
  });
  const { data, errors } = await response.json();
  if (errors) {
    throw new Error(JSON.stringify(errors));
  }
  const asked = printed(ours(buildClientSchema(data)));
  const known = options === EVERYTHING ? written : withoutWhatIsNotAsked(written);
  return firstDifference(known.split('\n'), asked.split('\n'));
}

function withoutWhatIsNotAsked(text) {
  return text
    .replaceAll(' @oneOf', '')
    .replaceAll(') repeatable on ', ') on ')
    .replaceAll(/ @specifiedBy\(url: "[^"]*"\)/g, '');
}

// Both are sorted and printed by the same hand, so that they are the same line by line or not at all.
function firstDifference(known, asked) {
  const length = Math.max(known.length, asked.length);
  const at = Array.from({ length }, (_, i) => i).find((i) => known[i] !== asked[i]);
  return at === undefined ? [] : [`${at + 1}: - ${known[at]}`, `${at + 1}: + ${asked[at]}`];
}

const withEverything = await differences(EVERYTHING);
const ofGraphiql = await differences(OF_GRAPHIQL);
console.log(JSON.stringify({ lines: written.split('\n').length, withEverything, ofGraphiql }));
