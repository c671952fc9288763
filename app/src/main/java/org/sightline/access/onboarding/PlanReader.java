package org.sightline.access.onboarding;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sightline.access.member.PersonTexts;
import org.sightline.council.AreaService;
import org.sightline.council.Council;
import org.sightline.graphql.UserErrors;
import org.sightline.tenancy.OrganisationKind;

/** Reads which organisation is to be made. */
@Singleton
class PlanReader {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern COUNCIL_CODE = Pattern.compile("[a-z][0-9]{8}");
  private static final int LONGEST_CODE = 60;

  private final AreaService areas;

  PlanReader(AreaService areas) {
    this.areas = areas;
  }

  /**
   * A council's plan: its organisation has its name, and its code in lower case.
   *
   * @throws org.sightline.graphql.BadUserInput when no council has ever had the code
   */
  Plan council(String councilCode, FirstDataOwner written, UserErrors errors) {
    Council council = areas.getByCode(areas.all(), councilCode);
    errors.addIf(
        !council.existsOn(LocalDate.now(LONDON)),
        "council",
        "ENDED",
        council.name() + " has ended: onboard the council that has taken its place.");
    return new Plan(
        council.code().toLowerCase(Locale.ROOT),
        council.name(),
        OrganisationKind.COUNCIL,
        council.key(),
        council.code(),
        firstDataOwner(written, errors));
  }

  /** Another organisation's plan. */
  Plan organisation(
      String writtenCode,
      String writtenName,
      OrganisationKind kind,
      FirstDataOwner written,
      UserErrors errors) {
    String code = writtenCode.strip();
    errors.addIf(
        !isCode(code),
        "code",
        "NO_CODE",
        "A code is lower-case letters and digits in words joined by hyphens, %d characters at most, such as yorkshire-and-the-humber."
            .formatted(LONGEST_CODE));
    errors.addIf(
        kind == OrganisationKind.COUNCIL || COUNCIL_CODE.matcher(code).matches(),
        "kind",
        "A_COUNCIL",
        "A council is onboarded by onboardCouncil, which knows its name and code.");
    errors.addIf(
        kind == OrganisationKind.OPERATOR,
        "kind",
        "AN_OPERATOR",
        "Operators have no data owner and are not onboarded here: allowed are REGIONAL_BODY and"
            + " DFE.");
    String name = PersonTexts.name("name", writtenName, errors);
    return new Plan(code, name, kind, null, null, firstDataOwner(written, errors));
  }

  /** Whether a text could be an organisation's code. */
  static boolean isCode(String text) {
    return text.length() <= LONGEST_CODE && CODE.matcher(text).matches();
  }

  private static FirstDataOwner firstDataOwner(FirstDataOwner written, UserErrors errors) {
    return new FirstDataOwner(
        PersonTexts.name("firstDataOwner.name", written.name(), errors),
        PersonTexts.email("firstDataOwner.email", written.email(), errors));
  }
}
