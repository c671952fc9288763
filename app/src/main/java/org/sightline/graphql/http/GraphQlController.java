package org.sightline.graphql.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.operation.Answer;
import org.sightline.graphql.operation.Call;
import org.sightline.graphql.operation.GraphQlRequest;
import org.sightline.graphql.operation.Operations;
import org.sightline.tenancy.RunningOperation;

/** The one address of the API. */
@Controller("/graphql")
@ExecuteOn(TaskExecutors.VIRTUAL)
final class GraphQlController {
  private static final String TRACE_PARENT = "traceparent";

  private final Door door;
  private final RequestReader reader;
  private final Operations operations;
  private final Statuses statuses;

  GraphQlController(
      Door door,
      RequestReader reader,
      Operations operations,
      @Value("${sightline.graphql.statuses:AUDITED}") Statuses statuses) {
    this.door = door;
    this.reader = reader;
    this.operations = operations;
    this.statuses = statuses;
  }

  @Post(consumes = MediaType.ALL, produces = MediaType.ALL)
  HttpResponse<byte[]> post(HttpRequest<?> request, @Body @Nullable InputStream body) {
    return answer(request, false, () -> reader.post(request, body));
  }

  @Get(consumes = MediaType.ALL, produces = MediaType.ALL, headRoute = false)
  HttpResponse<byte[]> get(HttpRequest<?> request) {
    return answer(request, true, () -> reader.get(request.getParameters()));
  }

  private HttpResponse<byte[]> answer(
      HttpRequest<?> request, boolean queriesOnly, Supplier<GraphQlRequest> question) {
    Negotiation negotiated = Negotiation.GRAPHQL;
    RunningOperation running = new RunningOperation();
    try (RequestIds.Logged _ = RequestIds.log(request);
        Departure _ = Departure.stops(running, request)) {
      negotiated = Negotiation.of(request.getHeaders().getAll(HttpHeaders.ACCEPT));
      CrossSite.refuse(request);
      Door.Entered entered = door.enter(request);
      Call call =
          new Call(
              entered.viewer(),
              RequestIds.of(request),
              request.getHeaders().get(TRACE_PARENT),
              entered.charge(),
              queriesOnly,
              running);
      Answer answer =
          entered.refusal().isPresent()
              ? entered.refusal().get()
              : operations.answer(question.get(), call);
      return written(answer, negotiated);
    } catch (Refusal refusal) {
      return written(refusal, negotiated);
    }
  }

  private HttpResponse<byte[]> written(Answer answer, Negotiation negotiated) {
    MutableHttpResponse<byte[]> response = statuses.response(answer, negotiated);
    if (answer.secondsToWait() > 0) {
      response.header(HttpHeaders.RETRY_AFTER, Long.toString(answer.secondsToWait()));
    }
    return answer.kind() == Answer.Kind.NOT_A_QUERY
        ? response.header(HttpHeaders.ALLOW, "POST")
        : response;
  }

  private HttpResponse<byte[]> written(Refusal refusal, Negotiation negotiated) {
    MutableHttpResponse<byte[]> response = statuses.response(refusal, negotiated);
    refusal.headers().forEach(response::header);
    return response;
  }
}
