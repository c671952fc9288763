package org.sightline.graphql;

import java.util.Collection;
import java.util.Map;

/** Where the things of one type are found by their global ids. Every bean of this type is asked. */
public interface NodeSource {
  /** The GraphQL type's name, as in a {@link GlobalId}. */
  String typeName();

  /**
   * The things of some keys, for the viewer of this transaction, in the same statements for one and
   * for many. What does not exist and what is out of the viewer's scope is left out: the two are
   * not told apart.
   */
  Map<String, ?> find(Collection<String> keys);
}
