package org.sightline.access.member;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import org.sightline.graphql.NodeSource;
import org.sightline.graphql.NumberedNodes;

/** Members by their global ids. */
@Factory
class MemberNodes {
  @Singleton
  NodeSource members(MemberService members) {
    return new NumberedNodes(MemberService.TYPE, members::byKey);
  }
}
