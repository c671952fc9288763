package org.sightline.access.worlds;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sightline.tenancy.Dataset;

/**
 * An invented world: who there is, what they have agreed, and what they own. Nothing here decides
 * who sees it; the {@link Oracle} does.
 *
 * @param seed from which the same world is made again
 */
record World(
    long seed,
    List<Organisation> organisations,
    List<Person> people,
    List<Agreement> agreements,
    List<Protocol> protocols,
    List<Edition> editions,
    Records records) {

  /**
   * An organisation.
   *
   * @param kind as in the database
   * @param area of a council, null for others
   * @param isOnboarded false where its first member is not there yet
   */
  record Organisation(int id, String kind, @Nullable Integer area, boolean isOnboarded) {
    boolean isCouncil() {
      return kind.equals("COUNCIL");
    }

    boolean isDfe() {
      return kind.equals("DFE");
    }
  }

  /** Whether a member has accepted, and still is one. */
  enum Standing {
    LIVE,
    REVOKED,
    INVITED
  }

  /**
   * A member.
   *
   * @param invitedBy the member who did, 0 for nobody
   */
  record Person(
      int id, Organisation organisation, List<String> roles, Standing standing, int invitedBy) {
    String subject() {
      return "person-" + id;
    }

    boolean has(String role) {
      return roles.contains(role);
    }
  }

  /** When an agreement or protocol holds. */
  enum Validity {
    LIVE,
    EXPIRED,
    NOT_YET
  }

  /**
   * What is agreed.
   *
   * @param indicators empty for all of them
   * @param from the first day of a whole period, null for no bound
   * @param to the last day of a whole period, null for no bound
   */
  record Terms(
      Set<Dataset> datasets,
      Set<Integer> indicators,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Validity validity) {
    boolean coversWhole() {
      return indicators.isEmpty() && from == null && to == null;
    }
  }

  /**
   * An agreement of two sides.
   *
   * @param person the only recipient, 0 for the whole organisation
   */
  record Agreement(
      int id,
      Organisation owner,
      Organisation recipient,
      int person,
      Terms terms,
      boolean isSignedByOwner,
      boolean isSignedByRecipient,
      boolean isRevoked) {}

  /** A protocol of many. */
  record Protocol(
      int id, Organisation convenor, Terms terms, boolean isReciprocal, List<Party> parties) {}

  /** One stay of an organisation in a protocol. */
  record Party(int id, Organisation organisation, boolean isSigned, boolean hasLeft) {
    boolean takesPart() {
      return isSigned && !hasLeft;
    }
  }

  /** The class of an edition, and of an embargo whether it is over. */
  enum Access {
    PUBLISHED,
    EMBARGO_OVER,
    EMBARGOED,
    SHARED,
    COUNCIL_ONLY;

    boolean isPublic() {
      return this == PUBLISHED || this == EMBARGO_OVER;
    }

    /** As in the database. */
    String code() {
      return this == EMBARGO_OVER ? "EMBARGOED" : name();
    }
  }

  /**
   * A table as one release gave it, each edition with a release and a file of its own.
   *
   * @param owner null for an official one
   */
  record Edition(int id, @Nullable Organisation owner, Access access, List<Cell> cells) {
    boolean isOf(Organisation organisation) {
      return organisation.equals(owner);
    }
  }

  /** An indicator and period of an edition; never without figures. */
  record Cell(int indicator, Years period, List<Figure> figures) {
    boolean hasValue() {
      return figures.stream().anyMatch(figure -> figure.value() != null);
    }
  }

  /**
   * A figure.
   *
   * @param breakdown 0 for the whole
   * @param value null where it is missing
   */
  record Figure(int id, int area, int breakdown, @Nullable BigDecimal value) {}

  /** The periods of every world: years to the end of March. */
  enum Years {
    Y2023(2023),
    Y2024(2024),
    Y2025(2025);

    private final int year;

    Years(int year) {
      this.year = year;
    }

    int id() {
      return year;
    }

    int year() {
      return year;
    }

    LocalDate startsOn() {
      return LocalDate.of(year() - 1, 4, 1);
    }

    LocalDate endsOn() {
      return LocalDate.of(year(), 3, 31);
    }
  }
}
