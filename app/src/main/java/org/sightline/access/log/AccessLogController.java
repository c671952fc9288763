package org.sightline.access.log;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.SequenceInputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.http.Addresses;
import org.sightline.graphql.http.Asked;
import org.sightline.tenancy.ViewerTransactions;

/** The own organisation's access log as CSV, for its data owners. */
@Controller("/access-log.csv")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccessLogController {
  private static final MediaType CSV = MediaType.of("text/csv;charset=utf-8");

  private final Addresses addresses;
  private final ViewerTransactions transactions;
  private final AccessLogService log;

  AccessLogController(Addresses addresses, ViewerTransactions transactions, AccessLogService log) {
    this.addresses = addresses;
    this.transactions = transactions;
    this.log = log;
  }

  @Get(produces = MediaType.ALL)
  HttpResponse<?> get(HttpRequest<?> request) {
    return addresses.answer(request, asked -> export(request, asked));
  }

  private HttpResponse<?> export(HttpRequest<?> request, Asked asked) {
    AccessLogFilter filter =
        new AccessLogFilter(day(request, "from"), day(request, "to"), null, null);
    AccessLogParts parts = new AccessLogParts(transactions, log, asked, filter);
    return HttpResponse.ok(
        new StreamedFile(new SequenceInputStream(parts), CSV).attach("access-log.csv"));
  }

  private static @Nullable LocalDate day(HttpRequest<?> request, String name) {
    String text = request.getParameters().get(name, String.class).orElse("");
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new BadUserInput(
          "'%s' is no day: %s is written as year, month and day, such as 2026-03-31."
              .formatted(text.length() > 60 ? text.substring(0, 60) + "..." : text, name),
          name);
    }
  }
}
