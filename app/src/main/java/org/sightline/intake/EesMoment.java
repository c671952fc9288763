package org.sightline.intake;

import java.time.LocalDate;
import java.util.List;
import org.sightline.intake.mapping.PeriodRule;

/**
 * One time period of a tidy file, with the periods that the mapping's rules make of it.
 *
 * @param number among the file's time periods
 * @param periods the numbers of the periods, in the order of the file's rules
 * @param lastDay of the first of them, to tell which council had a code
 */
record EesMoment(int number, List<Integer> periods, LocalDate lastDay) {
  static EesMoment of(int number, TimePeriod time, List<PeriodRule> rules, Names names) {
    List<FilePeriod> periods = rules.stream().map(time::under).toList();
    return new EesMoment(
        number, periods.stream().map(names.periods()::of).toList(), periods.getFirst().endsOn());
  }
}
