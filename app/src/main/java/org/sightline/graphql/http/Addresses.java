package org.sightline.graphql.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.function.Function;
import org.sightline.graphql.BadUserInput;
import org.sightline.graphql.ErrorCode;
import org.sightline.graphql.operation.ErrorBodies;
import org.sightline.tenancy.Forbidden;
import org.sightline.tenancy.NoConnection;
import org.sightline.tenancy.NotAMember;
import org.sightline.tenancy.Question;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of every address beside {@code /graphql}: the same callers, the same refusals. */
@Singleton
public final class Addresses {
  private static final Logger LOG = LoggerFactory.getLogger(Addresses.class);

  private static final Map<String, String> WAIT_A_SECOND = Map.of(HttpHeaders.RETRY_AFTER, "1");

  private final Callers callers;

  Addresses(Callers callers) {
    this.callers = callers;
  }

  /**
   * The answer to a request, or the refusal in the shape of GraphQL's errors: 401 or 503 for its
   * credentials, 403 for who may not, 400 for what cannot be, 503 where no connection to the
   * database is to be had.
   *
   * @param work throws {@link Forbidden}, {@link NotAMember} or {@link BadUserInput} to refuse
   */
  public HttpResponse<?> answer(HttpRequest<?> request, Function<Asked, HttpResponse<?>> work) {
    try (RequestIds.Logged _ = RequestIds.log(request)) {
      return answered(request, work);
    }
  }

  private HttpResponse<?> answered(HttpRequest<?> request, Function<Asked, HttpResponse<?>> work) {
    try {
      CrossSite.refuse(request);
      String text = request.getMethodName() + " " + request.getPath();
      return work.apply(
          new Asked(
              callers.viewer(request.getHeaders()),
              new Question(RequestIds.of(request), null, text)));
    } catch (Refusal e) {
      return refused(e.status(), e.code(), String.valueOf(e.getMessage()), e.headers());
    } catch (NotAMember e) {
      LOG.info("A request was refused: {}", e.getMessage());
      return refused(HttpStatus.FORBIDDEN, ErrorCode.FORBIDDEN, e.message(), Map.of());
    } catch (Forbidden e) {
      return refused(HttpStatus.FORBIDDEN, ErrorCode.FORBIDDEN, e.message(), Map.of());
    } catch (NoConnection e) {
      LOG.warn("There was no connection to the database in time, or it was lost.", e);
      return refused(
          HttpStatus.SERVICE_UNAVAILABLE, ErrorCode.UNAVAILABLE, e.message(), WAIT_A_SECOND);
    } catch (BadUserInput e) {
      return refused(HttpStatus.BAD_REQUEST, ErrorCode.BAD_USER_INPUT, e.message(), Map.of());
    }
  }

  private static HttpResponse<?> refused(
      HttpStatus status, ErrorCode code, String message, Map<String, String> headers) {
    var response = Responses.of(status, ErrorBodies.single(code, message), Negotiation.PLAIN);
    headers.forEach(response::header);
    return response;
  }
}
