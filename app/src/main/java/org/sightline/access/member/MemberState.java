package org.sightline.access.member;

/** Whether a membership holds. */
public enum MemberState {
  /** Invited, and not signed in yet. */
  INVITED,
  ACTIVE,
  REVOKED
}
