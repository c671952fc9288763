package org.sightline.access.organisation;

import org.sightline.graphql.GlobalId;

/** A member as other organisations know it. */
public record MemberName(int key, String name) {
  static final String TYPE = "Member";

  /** The id by which an input names the member. */
  public String id() {
    return new GlobalId(TYPE, String.valueOf(key)).encoded();
  }
}
