import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

const [uri, token] = process.argv.slice(2);

const cache = new InMemoryCache({
  typePolicies: {
    Query: {
      fields: {
        // The arguments that make another list; first and after make another page of the same.
        inspections: relayStylePagination(['among', 'frameworks', 'types', 'from', 'to']),
      },
    },
  },
});
const client = new ApolloClient({
  cache,
  link: new HttpLink({ uri, headers: { authorization: `Bearer ${token}` } }),
});

const INSPECTIONS = gql`
  query Inspections($first: Int!, $after: String) {
    inspections(first: $first, after: $after, among: { councils: ["E06000010"] }) {
      totalCount
      edges {
        cursor
        node {
          id
          council {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

const NODE = gql`
  query Node($id: ID!) {
    node(id: $id) {
      id
      ... on Council {
        shortName: name
      }
    }
  }
`;

const list = client.watchQuery({ query: INSPECTIONS, variables: { first: 2 } });
let watching;
const first = await new Promise((resolve, reject) => {
  watching = list.subscribe(({ data, error, loading }) => {
    if (error) {
      reject(error);
    } else if (!loading) {
      resolve({ data });
    }
  });
});
const firstLength = first.data.inspections.edges.length;

// The second page joins the first in the cache.
await list.fetchMore({ variables: { after: first.data.inspections.pageInfo.endCursor } });
const both = client.readQuery({ query: INSPECTIONS, variables: { first: 2 } }).inspections;
await list.fetchMore({ variables: { after: both.pageInfo.endCursor } });
const all = client.readQuery({ query: INSPECTIONS, variables: { first: 2 } }).inspections;
const onOnePage = await client.query({
  query: INSPECTIONS,
  variables: { first: 10 },
  fetchPolicy: 'no-cache',
});

// By its id every entity stands once in the cache, whichever question brought it.
const council = both.edges[0].node.council;
const again = await client.query({ query: NODE, variables: { id: council.id } });

let refusal;
try {
  await client.query({
    query: INSPECTIONS,
    variables: { first: 2, after: 'nonsense' },
    fetchPolicy: 'no-cache',
  });
} catch (error) {
  refusal = CombinedGraphQLErrors.is(error) ? error.errors[0].extensions.code : String(error);
}
watching.unsubscribe();
client.stop();

const kept = Object.keys(cache.extract());
console.log(
  JSON.stringify({
    firstLength,
    bothLength: both.edges.length,
    hasNextPage: [both.pageInfo.hasNextPage, all.pageInfo.hasNextPage],
    ids: all.edges.map((edge) => edge.node.id),
    idsOnOnePage: onOnePage.data.inspections.edges.map((edge) => edge.node.id),
    totalCount: all.totalCount,
    inspectionsKept: kept.filter((key) => key.startsWith('Inspection:')).length,
    councilsKept: kept.filter((key) => key.startsWith('Council:')),
    council,
    again: again.data.node.id,
    refusal,
  }),
);
