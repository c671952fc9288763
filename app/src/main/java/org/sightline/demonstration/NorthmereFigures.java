package org.sightline.demonstration;

import static org.sightline.demonstration.InventedCouncil.BRACKENDALE;
import static org.sightline.demonstration.InventedCouncil.COLDWATER_VALE;
import static org.sightline.demonstration.InventedCouncil.DUNMARSH;
import static org.sightline.demonstration.InventedCouncil.EASTMOOR;
import static org.sightline.demonstration.InventedCouncil.FENWICK_BAY;
import static org.sightline.demonstration.InventedCouncil.HARROWBECK;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Twelve generated months of an invented council, as the return it would upload. The same council
 * and month give the same figures on every machine and at every start.
 */
final class NorthmereFigures {
  static final YearMonth FIRST = YearMonth.of(2025, 11);
  static final YearMonth LAST = YearMonth.of(2026, 10);

  static final String CONTACTS = "contacts-received";
  static final String CONVERSION = "contacts-to-referrals-percent";
  static final String TIMELINESS = "assessments-within-45-days-local";
  static final String LOOKED_AFTER = "children-looked-after-local";
  static final String SUPERVISION = "supervisions-completed-percent";

  private static final String HEADER =
      "indicator,period_type,period,area,value,missing,numerator,denominator,source_file";
  private static final String SOURCE = "generated for the demonstration";

  /** More contacts in term than in the holidays: per cent of an ordinary month, from January. */
  private static final int[] SEASON = {104, 101, 108, 92, 103, 106, 104, 74, 101, 107, 105, 95};

  private static final Map<Cell, String> MISSING =
      Map.of(
          new Cell(DUNMARSH, SUPERVISION, YearMonth.of(2026, 3)), "NOT_AVAILABLE",
          new Cell(DUNMARSH, SUPERVISION, YearMonth.of(2026, 4)), "NOT_AVAILABLE",
          new Cell(COLDWATER_VALE, CONTACTS, YearMonth.of(2026, 8)), "NOT_COLLECTED",
          new Cell(COLDWATER_VALE, CONVERSION, YearMonth.of(2026, 8)), "NOT_COLLECTED",
          new Cell(EASTMOOR, TIMELINESS, YearMonth.of(2026, 2)), "LOW_RELIABILITY",
          new Cell(HARROWBECK, LOOKED_AFTER, YearMonth.of(2026, 1)), "SUPPRESSED");

  private final InventedCouncil council;

  private record Cell(InventedCouncil council, String indicator, YearMonth month) {}

  NorthmereFigures(InventedCouncil council) {
    this.council = council;
  }

  /** The return of the months from first to last, both included, as CSV. */
  String csv(YearMonth first, YearMonth last) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      lines.addAll(month(month));
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> month(YearMonth month) {
    if (isLate(month)) {
      return List.of();
    }
    int contacts = contacts(month);
    int referrals = share(contacts, council.conversion() * 10 + noise(CONVERSION, month, 20));
    int assessments = referrals * 17 / 20;
    int inTime = share(assessments, drifting(council.timeliness(), TIMELINESS, month));
    int due = council.lookedAfter() / 6;
    int held = share(due, drifting(council.supervision(), SUPERVISION, month));
    List<String> rows = new ArrayList<>();
    rows.add(count(CONTACTS, month, contacts));
    rows.add(percent(CONVERSION, month, referrals, contacts, 2));
    rows.add(percent(TIMELINESS, month, inTime, assessments, 1));
    rows.add(count(LOOKED_AFTER, month, lookedAfter(month)));
    if (council != FENWICK_BAY) {
      rows.add(percent(SUPERVISION, month, held, due, 0));
    }
    return rows;
  }

  /** Brackendale has not returned its last two months yet. */
  private boolean isLate(YearMonth month) {
    return council == BRACKENDALE && month.isAfter(LAST.minusMonths(2));
  }

  private int contacts(YearMonth month) {
    int perMille = SEASON[month.getMonthValue() - 1] * 10 + noise(CONTACTS, month, 40);
    return council.contacts() * perMille / 1000;
  }

  private int lookedAfter(YearMonth month) {
    int fewer = council.drift() * age(month) / 10;
    return council.lookedAfter() - fewer + noise(LOOKED_AFTER, month, 4);
  }

  /** Per mille of a month: what it began with, what has been gained or lost since, and chance. */
  private int drifting(int percent, String indicator, YearMonth month) {
    return percent * 10 + council.drift() * age(month) + noise(indicator, month, 25);
  }

  private static int age(YearMonth month) {
    return (month.getYear() - FIRST.getYear()) * 12 + month.getMonthValue() - FIRST.getMonthValue();
  }

  private static int share(int whole, int perMille) {
    return Math.min(whole, Math.round(whole * perMille / 1000f));
  }

  /** Between minus and plus the size, by a checksum of what it is for. */
  private int noise(String indicator, YearMonth month, int size) {
    CRC32 checksum = new CRC32();
    checksum.update((indicator + month + council.code()).getBytes(StandardCharsets.UTF_8));
    return (int) ((checksum.getValue() / 97) % (2L * size + 1)) - size;
  }

  private String count(String indicator, YearMonth month, int value) {
    return row(indicator, month, String.valueOf(value), "", "");
  }

  private String percent(
      String indicator, YearMonth month, int numerator, int denominator, int decimals) {
    BigDecimal value =
        BigDecimal.valueOf(100L * numerator)
            .divide(BigDecimal.valueOf(denominator), decimals, RoundingMode.HALF_UP);
    return row(
        indicator,
        month,
        value.toPlainString(),
        String.valueOf(numerator),
        String.valueOf(denominator));
  }

  private String row(
      String indicator, YearMonth month, String value, String numerator, String denominator) {
    String reason = MISSING.getOrDefault(new Cell(council, indicator, month), "");
    String figures =
        reason.isEmpty()
            ? String.join(",", value, "", numerator, denominator)
            : String.join(",", "", reason, "", "");
    return String.join(",", indicator, period(indicator, month), council.code(), figures, SOURCE);
  }

  /** Children looked after are counted on the month's last day, everything else over the month. */
  private static String period(String indicator, YearMonth month) {
    return indicator.equals(LOOKED_AFTER) ? "SNAPSHOT," + month.atEndOfMonth() : "MONTH," + month;
  }
}
