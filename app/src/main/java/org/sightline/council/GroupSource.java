package org.sightline.council;

import java.time.LocalDate;
import java.util.List;

/**
 * A kind of group whose members another room knows. Every bean of this type answers one field of
 * the schema's CouncilGroup.
 */
public interface GroupSource {
  /** The field of CouncilGroup. */
  String field();

  /**
   * The councils of the group, for the viewer of this transaction, in the order in which they are
   * shown.
   *
   * @param asked the field's value: a text for an id, a map for an input object
   * @param day on which they belong to it, where the value names none
   * @throws org.sightline.graphql.BadUserInput when the value names what is not known
   * @throws org.sightline.graphql.NotFound for an id that is nothing to this viewer
   */
  List<Council> members(Object asked, Areas areas, LocalDate day);
}
