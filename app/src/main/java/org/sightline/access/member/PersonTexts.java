package org.sightline.access.member;

import java.util.Locale;
import java.util.regex.Pattern;
import org.sightline.graphql.UserErrors;
import org.sightline.graphql.WrittenText;

/** Names and addresses as people write them into an input. */
public final class PersonTexts {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;

  /** One line of print, and no sign by which the one who reads it could be misled. */
  private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]*");

  private static final Pattern EMAIL =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

  private PersonTexts() {}

  /**
   * A name without the blanks around it, in one line.
   *
   * @param errors is told what is wrong; then the name is not to be kept
   */
  public static String name(String field, String written, UserErrors errors) {
    String name = WrittenText.read(field, written, LONGEST_NAME, errors);
    errors.addIf(
        errors.isEmpty() && !LINE.matcher(name).matches(),
        field,
        "NOT_ALLOWED",
        "Write " + field + " in one line, without tabs or invisible characters.");
    return name;
  }

  /**
   * An e-mail address in lower case.
   *
   * @param errors is told what is wrong; then the address is not to be kept
   */
  public static String email(String field, String written, UserErrors errors) {
    String email = written.strip().toLowerCase(Locale.ROOT);
    errors.addIf(
        email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches(),
        field,
        "NO_EMAIL",
        "%s must be an e-mail address such as a.person@council.example, of at most %d characters."
            .formatted(field, LONGEST_EMAIL));
    return email;
  }
}
