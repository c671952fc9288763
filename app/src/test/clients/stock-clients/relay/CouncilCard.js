import { graphql } from 'relay-runtime';

// A fragment that asks again for its own part, by node(id:).
export const CouncilCard = graphql`
  fragment CouncilCard_council on Council @refetchable(queryName: "CouncilCardRefetchQuery") {
    name
    region {
      name
    }
  }
`;

export const CouncilQuery = graphql`
  query CouncilCardQuery($code: CouncilCode!) {
    council(code: $code) {
      id
      ...CouncilCard_council
    }
  }
`;
