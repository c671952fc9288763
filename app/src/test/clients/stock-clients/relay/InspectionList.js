import { graphql } from 'relay-runtime';

// A list of the root that goes on page by page.
export const InspectionList = graphql`
  fragment InspectionList_query on Query
  @refetchable(queryName: "InspectionListPageQuery")
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 2 }
    after: { type: "String" }
    among: { type: "CouncilGroup" }
  ) {
    inspections(first: $first, after: $after, among: $among)
      @connection(key: "InspectionList_inspections") {
      edges {
        node {
          id
          council {
            ...CouncilCard_council
          }
        }
      }
    }
  }
`;

export const InspectionListQuery = graphql`
  query InspectionListQuery {
    ...InspectionList_query
  }
`;
