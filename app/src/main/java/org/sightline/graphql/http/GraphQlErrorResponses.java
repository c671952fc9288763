package org.sightline.graphql.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.sightline.graphql.ErrorCode;
import org.sightline.graphql.operation.ErrorBodies;

/** What the server itself turns away, at any address, in GraphQL's shape too. */
@Singleton
@Replaces(ErrorResponseProcessor.class)
final class GraphQlErrorResponses implements ErrorResponseProcessor<byte[]> {
  @Override
  public MutableHttpResponse<byte[]> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    HttpRequest<?> request = context.getRequest();
    HttpStatus status = response.status();
    MutableHttpResponse<byte[]> written =
        Responses.of(
            status, ErrorBodies.single(code(status), message(status, request)), accepted(request));
    response
        .getHeaders()
        .getAll(HttpHeaders.ALLOW)
        .forEach(one -> written.header(HttpHeaders.ALLOW, one));
    return written;
  }

  private static Negotiation accepted(HttpRequest<?> request) {
    try {
      return Negotiation.of(request.getHeaders().getAll(HttpHeaders.ACCEPT));
    } catch (Refusal e) {
      return Negotiation.GRAPHQL;
    }
  }

  private static ErrorCode code(HttpStatus status) {
    return switch (status) {
      case UNAUTHORIZED -> ErrorCode.UNAUTHENTICATED;
      case FORBIDDEN -> ErrorCode.FORBIDDEN;
      case NOT_FOUND -> ErrorCode.NOT_FOUND;
      case METHOD_NOT_ALLOWED -> ErrorCode.METHOD_NOT_ALLOWED;
      case NOT_ACCEPTABLE -> ErrorCode.NOT_ACCEPTABLE;
      case UNSUPPORTED_MEDIA_TYPE -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
      case REQUEST_ENTITY_TOO_LARGE -> ErrorCode.PAYLOAD_TOO_LARGE;
      default -> status.getCode() < 500 ? ErrorCode.BAD_USER_INPUT : ErrorCode.INTERNAL;
    };
  }

  private static String message(HttpStatus status, HttpRequest<?> request) {
    return switch (status) {
      case NOT_FOUND -> "There is nothing at this address. GraphQL is at /graphql.";
      case METHOD_NOT_ALLOWED ->
          "%s is not offered at %s; the header Allow says what is."
              .formatted(request.getMethodName(), request.getPath());
      case REQUEST_ENTITY_TOO_LARGE -> "The body is too large.";
      default -> status.getCode() < 500 ? status.getReason() + "." : ErrorBodies.OUR_FAULT;
    };
  }
}
