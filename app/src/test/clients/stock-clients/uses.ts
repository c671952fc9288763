import type { InspectionsQuery, InspectionsQueryVariables } from './generated/operations-inspections';

// Exactly one way of saying which councils: the compiler refuses two.
export const hull: InspectionsQueryVariables = { first: 20, among: { councils: ['E06000010'] } };

export function line(page: InspectionsQuery): string {
  return page.inspections.edges
    .map(({ node }) => `${node.council.name}: ${node.firstDay ?? 'on no known day'}`)
    .join('\n');
}
