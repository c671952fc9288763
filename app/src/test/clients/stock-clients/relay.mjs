import { readFile } from 'node:fs/promises';

// Sends what the compiler has kept, as a server of persisted queries would run it.
const [url, token] = process.argv.slice(2);
const persisted = Object.values(JSON.parse(await readFile('persisted.json', 'utf8')));

async function run(name, variables = {}) {
  const query = persisted.find((text) => text.startsWith(`query ${name}`));
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
    },
    body: JSON.stringify({ query, variables, operationName: name }),
  });
  const { data, errors } = await response.json();
  if (errors) {
    throw new Error(`${name}: ${JSON.stringify(errors)}`);
  }
  return data;
}

const { council } = await run('CouncilCardQuery', { code: 'E06000010' });
const refetched = await run('CouncilCardRefetchQuery', { id: council.id });
const list = await run('InspectionListQuery');
const nextPage = await run('InspectionListPageQuery', {
  first: 2,
  after: list.inspections.pageInfo.endCursor,
});
const { plans } = await run('PlanActionsQuery');
const plan = plans.edges[0].node;
const nextActions = await run('PlanActionsPageQuery', {
  id: plan.id,
  first: 2,
  after: plan.actions.pageInfo.endCursor,
});

console.log(
  JSON.stringify({
    queries: persisted.length,
    council,
    refetched: refetched.node,
    inspections: [list, nextPage].map((page) => page.inspections.edges.map((edge) => edge.node.id)),
    actions: [plan, nextActions.node].map((page) =>
      page.actions.edges.map((edge) => edge.node.reference),
    ),
  }),
);
