package org.sightline.tenancy;

import java.util.Arrays;
import java.util.Locale;

/** What a member may do. A member has one or more. */
public enum Role {
  /** Reads, asks, keeps queries. */
  ANALYST,
  /** Uploads the own organisation's data. */
  CONTRIBUTOR,
  /** Decides who sees the own council's data: agreements, members, access log. */
  DATA_OWNER,
  /** The DfE's: sees what named councils share. */
  ADVISER,
  /** The platform's: imports official releases, onboards councils; sees published data only. */
  OPERATOR;

  /** As it stands in the database, such as {@code data-owner}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The role of a code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Role ofCode(String code) {
    return Arrays.stream(values())
        .filter(role -> role.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No role has the code " + code));
  }
}
