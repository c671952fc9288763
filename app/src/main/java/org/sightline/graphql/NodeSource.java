package org.sightline.graphql;

import java.util.Optional;

/** Where the things of one type are found by their global id. Every bean of this type is asked. */
public interface NodeSource {
  /** The GraphQL type's name, as in a {@link GlobalId}. */
  String typeName();

  /**
   * The thing of a key, for the viewer of this transaction. Nothing where it does not exist or is
   * out of the viewer's scope: the two are not told apart.
   */
  Optional<?> find(String key);
}
