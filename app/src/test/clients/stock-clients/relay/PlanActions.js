import { graphql } from 'relay-runtime';

// A list of a thing, whose next page is found by the thing's id.
export const PlanActions = graphql`
  fragment PlanActions_plan on Plan
  @refetchable(queryName: "PlanActionsPageQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 2 }, after: { type: "String" }) {
    actions(first: $first, after: $after) @connection(key: "PlanActions_actions") {
      edges {
        node {
          id
          reference
        }
      }
    }
  }
`;

export const PlansQuery = graphql`
  query PlanActionsQuery {
    plans(first: 1) {
      edges {
        node {
          id
          ...PlanActions_plan
        }
      }
    }
  }
`;
