import { Client, fetchExchange, gql } from '@urql/core';

const [url, token] = process.argv.slice(2);
const methods = [];

const client = new Client({
  url,
  exchanges: [fetchExchange],
  fetchOptions: () => ({ headers: { authorization: `Bearer ${token}` } }),
  preferGetMethod: false,
  fetch: (address, options) => {
    methods.push(options.method);
    return fetch(address, options);
  },
});

const COUNCIL = gql`
  query Council($code: CouncilCode!) {
    council(code: $code) {
      id
      name
      region {
        name
      }
    }
  }
`;

const SAVE = gql`
  mutation Save($input: SaveCouncilGroupInput!) {
    saveCouncilGroup(input: $input) {
      savedGroup {
        id
      }
      errors {
        field
        code
        message
      }
    }
  }
`;

const PAGE = gql`
  query Page($first: Int!, $after: String) {
    inspections(first: $first, after: $after) {
      totalCount
    }
  }
`;

const asked = await client.query(COUNCIL, { code: 'E06000010' }).toPromise();
// A short query goes into the address, where browsers and proxies can see that it changes nothing.
const byGet = await client
  .query(COUNCIL, { code: 'E06000014' }, { preferGetMethod: true })
  .toPromise();
// What was wrong with a mutation's input is in its payload.
const refused = await client
  .mutation(SAVE, { input: { name: 'Nowhere', councils: ['E99999999'] } })
  .toPromise();
// What cannot be asked at all is an error with a code.
const wrong = await client.query(PAGE, { first: 2, after: 'nonsense' }).toPromise();

console.log(
  JSON.stringify({
    council: asked.data.council,
    byGet: byGet.data.council.name,
    payload: refused.data.saveCouncilGroup,
    payloadHasError: refused.error !== undefined,
    code: wrong.error.graphQLErrors[0].extensions.code,
    argument: wrong.error.graphQLErrors[0].extensions.argument,
    methods,
  }),
);
