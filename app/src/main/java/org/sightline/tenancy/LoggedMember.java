package org.sightline.tenancy;

import org.slf4j.MDC;

/**
 * Names the member whose request a thread works on, in each line that the thread logs: by numbers,
 * never by name. Whoever ends a request takes them away with {@link MDC#clear}; threads that serve
 * one request only need not.
 */
final class LoggedMember {
  private static final String MEMBER = "member_id";
  private static final String ORGANISATION = "organisation_id";

  private LoggedMember() {}

  static void is(Member member) {
    MDC.put(MEMBER, Integer.toString(member.id()));
    MDC.put(ORGANISATION, Integer.toString(member.organisationId()));
  }

  static void none() {
    MDC.remove(MEMBER);
    MDC.remove(ORGANISATION);
  }
}
