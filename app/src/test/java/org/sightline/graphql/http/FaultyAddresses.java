package org.sightline.graphql.http;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sightline.graphql.ErrorCode;
import org.sightline.tenancy.Viewer;
import org.sightline.tenancy.ViewerTransactions;

/** Addresses that fail in every way that an address can, and one with a file. */
@Controller("/test")
@Requires(property = "sightline.test.tiny-schema", value = "true")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FaultyAddresses {
  static final String CSV = "council,value\r\nHull,12.5\r\n".repeat(500);

  private final Addresses addresses;
  private final BeanProvider<ViewerTransactions> transactions;

  FaultyAddresses(Addresses addresses, BeanProvider<ViewerTransactions> transactions) {
    this.addresses = addresses;
    this.transactions = transactions;
  }

  @Get(value = "/file.csv", produces = MediaType.ALL)
  HttpResponse<?> file() {
    byte[] bytes = CSV.getBytes(StandardCharsets.UTF_8);
    return HttpResponse.ok(
        new StreamedFile(new ByteArrayInputStream(bytes), MediaType.of("text/csv;charset=utf-8")));
  }

  @Get(value = "/fault/{kind}", produces = MediaType.ALL)
  HttpResponse<?> fault(HttpRequest<?> request, String kind) {
    return switch (kind) {
      case "exception" -> throw new IllegalStateException("secret: io.example.Secret");
      case "overflow" -> throw new StackOverflowError("secret");
      case "memory" -> throw new OutOfMemoryError("secret");
      case "unavailable" -> throw new HttpStatusException(HttpStatus.SERVICE_UNAVAILABLE, "secret");
      case "many" -> throw new HttpStatusException(HttpStatus.TOO_MANY_REQUESTS, "secret");
      case "reads" -> addresses.answer(request, this::read);
      default -> addresses.answer(request, _ -> refuse());
    };
  }

  private HttpResponse<?> read(Asked asked) {
    return transactions.get().read(Viewer.ANONYMOUS, asked.question(), HttpResponse::ok);
  }

  private static HttpResponse<?> refuse() {
    throw new Refusal(
        HttpStatus.TOO_MANY_REQUESTS,
        ErrorCode.RATE_LIMITED,
        "Too much was asked: ask again in 7 seconds.",
        Map.of(HttpHeaders.RETRY_AFTER, "7"));
  }
}
