package org.sightline.access.member;

/** What a member is. */
public enum MemberKind {
  PERSON,
  MACHINE
}
