package org.sightline.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sightline.inspection.Merged.Field;
import org.sightline.inspection.framework.Framework;
import org.sightline.inspection.framework.FrameworkVersion;
import org.sightline.inspection.framework.Grade;
import org.sightline.inspection.framework.InspectionType;
import org.sightline.inspection.framework.JudgementArea;
import org.sightline.inspection.framework.VisitTheme;

/** Makes inspections of their sources' accounts. */
final class InspectionMaking {
  /** A day, as exactly as it is known. */
  private record Dated(LocalDate day, DatePrecision precision) {
    boolean agreesWith(Dated other) {
      return DatePrecision.agree(day, precision, other.day, other.precision);
    }

    String words() {
      return precision.write(day);
    }
  }

  private InspectionMaking() {}

  /** The inspection that accounts tell of together. */
  static Inspection inspection(
      InspectionRow row, Framework framework, List<InspectionAccount> all) {
    List<InspectionAccount> accounts =
        all.stream().sorted((one, other) -> compare(one.source(), other.source())).toList();
    Merged merged = new Merged(accounts);
    @Nullable InspectionType type =
        merged.of(same("type", InspectionAccount::type, InspectionType::name));
    @Nullable Dated first = merged.of(dated("firstDay", InspectionAccount::firstDay));
    @Nullable Dated last = merged.of(dated("lastDay", InspectionAccount::lastDay));
    @Nullable LocalDate published =
        merged.of(same("publishedOn", InspectionAccount::publishedOn, LocalDate::toString));
    @Nullable Boolean isPublished =
        merged.of(same("isPublished", one -> one.isPublished(), String::valueOf));
    @Nullable List<VisitTheme> themes = merged.of(themes());
    @Nullable String inspector =
        merged.of(text("leadInspector", InspectionAccount::leadInspector, InspectionMaking::alike));
    @Nullable String url =
        merged.of(text("reportUrl", InspectionAccount::reportUrl, (_, _) -> true));
    @Nullable String outcome =
        merged.of(text("outcome", InspectionAccount::outcome, InspectionMaking::alike));
    FrameworkVersion version = version(framework, first, published);
    List<Judgement> judged = new ArrayList<>();
    for (JudgementArea area : framework.areas()) {
      judged.add(judgement(area, new NoGrade(framework, version, type), merged));
    }
    return new Inspection(
        row.key(),
        row.councilKey(),
        framework,
        version,
        type,
        first == null ? null : first.day(),
        last == null ? null : last.day(),
        first == null ? DatePrecision.DAY : first.precision(),
        last == null ? DatePrecision.DAY : last.precision(),
        published,
        isPublished,
        themes == null ? List.of() : themes,
        inspector,
        url,
        outcome,
        judged,
        accounts,
        merged.shownFrom(),
        merged.disagreements(),
        row.access(),
        row.version());
  }

  private static int compare(InspectionSource one, InspectionSource other) {
    return InspectionSource.BY_PRECEDENCE.compare(one, other);
  }

  private static FrameworkVersion version(
      Framework framework, @Nullable Dated first, @Nullable LocalDate published) {
    if (first != null) {
      return framework.versionOn(first.day());
    }
    return published == null ? framework.versions().getFirst() : framework.versionOn(published);
  }

  /** A grade in an area that the version does not judge is kept in its account and not shown. */
  private static Judgement judgement(JudgementArea area, NoGrade none, Merged merged) {
    Field<Judgement> grade = grade(area);
    Optional<Judgement> impossible = none.whereNotJudged(area);
    if (impossible.isPresent()) {
      merged.impossible(
          grade, "A grade is stated, and not shown: " + impossible.get().missingSentence());
      return impossible.get();
    }
    @Nullable Judgement stated = merged.of(grade);
    return stated == null ? none.notStated(area) : stated;
  }

  private static Field<Judgement> grade(JudgementArea area) {
    return new Field<>(
        "judgement:" + area.code(),
        account ->
            account.judgements().stream()
                .filter(one -> one.grade() != null && one.area().code().equals(area.code()))
                .findFirst(),
        (one, other) -> code(one).equals(code(other)),
        one -> Optional.ofNullable(one.grade()).map(Grade::name).orElse(""));
  }

  private static String code(Judgement judgement) {
    return Objects.requireNonNull(judgement.grade()).code();
  }

  private static <T> Field<T> same(
      String name, Function<InspectionAccount, @Nullable T> read, Function<T, String> write) {
    return new Field<>(
        name, account -> Optional.ofNullable(read.apply(account)), Objects::equals, write);
  }

  private static Field<String> text(
      String name,
      Function<InspectionAccount, @Nullable String> read,
      BiPredicate<String, String> agree) {
    return new Field<>(
        name, account -> Optional.ofNullable(read.apply(account)), agree, Function.identity());
  }

  private static Field<Dated> dated(
      String name, Function<InspectionAccount, @Nullable LocalDate> read) {
    return new Field<>(
        name,
        account ->
            Optional.ofNullable(read.apply(account))
                .map(day -> new Dated(day, account.precision())),
        Dated::agreesWith,
        Dated::words);
  }

  private static Field<List<VisitTheme>> themes() {
    return new Field<>(
        "visitThemes",
        account -> Optional.of(account.visitThemes()).filter(themes -> !themes.isEmpty()),
        (one, other) -> Set.copyOf(one).equals(Set.copyOf(other)),
        themes -> themes.stream().map(VisitTheme::name).collect(Collectors.joining(", ")));
  }

  /** Capitals and blanks make no difference. */
  private static boolean alike(String one, String other) {
    return folded(one).equals(folded(other));
  }

  private static String folded(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
