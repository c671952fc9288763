package org.sightline.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.indicator.AccessClass;

/**
 * What somebody sent to be imported. The file lies under a name of our own in the system's
 * temporary directory until this is closed; the sender's name of it is only kept as a text.
 */
final class ImportForm implements Closeable {
  private static final int LONGEST_FIELD = 1000;
  private static final int LONGEST_SHOWN = 60;
  private static final List<String> OF_OFFICIAL_FILES = List.of("mapping", "published-on");
  private static final List<String> OF_RETURNS = List.of("accessClass", "embargoedUntil");
  private static final String LAYOUT = "layout";
  private static final String PLAN = "plan";
  private static final String AS_AT = "asAt";
  private static final String CORRECTION = "correction";
  private static final List<String> OF_PLAN_SHEETS = List.of(LAYOUT, PLAN, AS_AT, CORRECTION);
  private static final List<String> FIELDS =
      List.of(
          "mapping",
          "release",
          "published-on",
          "title",
          "strict",
          "accessClass",
          "embargoedUntil",
          LAYOUT,
          PLAN,
          AS_AT,
          CORRECTION);

  private final Map<String, String> fields = new HashMap<>();
  private @Nullable Path file;
  private String fileName = "";

  /** A form that cannot be used; the message is a sentence. */
  static final class BadFormException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadFormException(String sentence) {
      super(sentence);
    }
  }

  /**
   * Where the form's file goes.
   *
   * @param name the sender's name of it
   * @throws BadFormException for a second file, or one under another field's name
   */
  Path newFile(String field, String name) throws IOException {
    requireKnown(field, List.of("file"));
    if (file != null) {
      throw new BadFormException("The form has two files; bring one at a time.");
    }
    file = TemporaryFile.create("import", ".upload");
    fileName = name;
    return file;
  }

  /**
   * Takes a field of the form.
   *
   * @throws BadFormException for a field that is not known, or a value too long for any
   */
  void takeField(String field, String value) {
    requireKnown(field, FIELDS);
    if (value.length() > LONGEST_FIELD) {
      throw new BadFormException("The field " + field + " is too long.");
    }
    fields.put(field, value.strip());
  }

  private static void requireKnown(String field, List<String> known) {
    if (!known.contains(field)) {
      throw new BadFormException(
          "The form has the unknown field '%s'; it takes file and %s."
              .formatted(shown(field), String.join(", ", FIELDS)));
    }
  }

  private static String shown(String text) {
    return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
  }

  /**
   * The request that the form makes.
   *
   * @throws BadFormException when file or mapping is missing, or a field cannot be read
   */
  ImportRequest request() {
    Path sent = requireFile();
    refuse(OF_RETURNS, "belongs to a council's return; the mapping says who sees an official file");
    refuse(OF_PLAN_SHEETS, "belongs to a sheet of a council's plan");
    String mapping = fields.get("mapping");
    if (mapping == null || mapping.isEmpty()) {
      throw new BadFormException("The form names no mapping; GET /mappings lists them.");
    }
    return new ImportRequest(
        sent,
        fileName,
        mapping,
        fields.get("release"),
        day("published-on"),
        fields.get("title"),
        isStrict());
  }

  /**
   * The council's return that the form makes.
   *
   * @throws BadFormException when the file is missing, or a field cannot be read
   */
  ReturnRequest returnRequest() {
    Path sent = requireFile();
    refuse(OF_OFFICIAL_FILES, "belongs to official files, which operators import");
    refuse(
        OF_PLAN_SHEETS,
        "belongs to a sheet of a plan: name its layout, one of " + PlanLayout.codes());
    AccessClass accessClass = accessClass();
    Instant embargoedUntil = embargoedUntil();
    if ((accessClass == AccessClass.EMBARGOED) != (embargoedUntil != null)) {
      throw new BadFormException(
          "embargoedUntil is given with the access class EMBARGOED, and with no other.");
    }
    return new ReturnRequest(
        sent,
        fileName,
        fields.get("release"),
        fields.get("title"),
        accessClass,
        embargoedUntil,
        isStrict());
  }

  /** Whether the form brings a sheet of a plan. */
  boolean isPlanSheet() {
    return fields.containsKey(LAYOUT);
  }

  /**
   * The plan's sheet that the form makes.
   *
   * @throws BadFormException when the file or the plan is missing, or a field cannot be read
   * @throws ImportRefusedException when the day is missing where the layout needs one, or is there
   *     where it does not
   */
  PlanSheetRequest planSheetRequest() {
    Path sent = requireFile();
    refuse(OF_OFFICIAL_FILES, "belongs to official files, which operators import");
    refuse(OF_RETURNS, "belongs to a return; who sees a plan's rows is who sees the plan");
    refuse(List.of("release"), "belongs to a return; a plan is part of no release");
    String plan = fields.getOrDefault(PLAN, "");
    if (plan.isEmpty()) {
      throw new BadFormException("The form names no plan: give its name or its id as 'plan'.");
    }
    return new PlanSheetRequest(
        sent,
        fileName,
        layout(),
        plan,
        day(AS_AT),
        fields.get("title"),
        flag(CORRECTION),
        isStrict());
  }

  private PlanLayout layout() {
    String code = fields.getOrDefault(LAYOUT, "");
    return PlanLayout.find(code)
        .orElseThrow(
            () ->
                new BadFormException(
                    "layout is '%s'; it is one of %s."
                        .formatted(shown(code), String.join(", ", PlanLayout.codes()))));
  }

  private Path requireFile() {
    if (file == null) {
      throw new BadFormException("The form has no file: send it as the part 'file'.");
    }
    return file;
  }

  private void refuse(List<String> names, String why) {
    for (String name : names) {
      if (fields.containsKey(name)) {
        throw new BadFormException("The field " + name + " " + why + ".");
      }
    }
  }

  private AccessClass accessClass() {
    String text = fields.getOrDefault("accessClass", AccessClass.COUNCIL_ONLY.name());
    return Arrays.stream(AccessClass.values())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new BadFormException(
                    "accessClass is '%s'; it is one of %s."
                        .formatted(shown(text), Arrays.toString(AccessClass.values()))));
  }

  private @Nullable Instant embargoedUntil() {
    String text = fields.get("embargoedUntil");
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new BadFormException(
          "embargoedUntil is '%s'; an instant is written as 2026-01-31T09:30:00Z."
              .formatted(shown(text)));
    }
  }

  private @Nullable LocalDate day(String field) {
    String text = fields.get(field);
    if (text == null || text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new BadFormException(field + " is '" + text + "'; a date is written as 2025-10-30.");
    }
  }

  private boolean isStrict() {
    return flag("strict");
  }

  private boolean flag(String field) {
    String text = fields.getOrDefault(field, "false");
    if (!text.equals("true") && !text.equals("false")) {
      throw new BadFormException(field + " is '" + text + "'; it is true or false.");
    }
    return text.equals("true");
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }
}
