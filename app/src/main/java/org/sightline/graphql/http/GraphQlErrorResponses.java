package org.sightline.graphql.http;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
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
    HttpStatus status = status(request, response.status());
    MutableHttpResponse<byte[]> written =
        Responses.of(
            status, ErrorBodies.single(code(status), message(status, request)), accepted(request));
    // What cannot be read as HTTP does not come by the filter that says the id.
    written.header(RequestIds.HEADER, RequestIds.of(request));
    response
        .getHeaders()
        .getAll(HttpHeaders.ALLOW)
        .forEach(one -> written.header(HttpHeaders.ALLOW, one));
    return written;
  }

  /** The server says 413 of whatever is too long. */
  private static HttpStatus status(HttpRequest<?> request, HttpStatus given) {
    @Nullable Throwable cause =
        request instanceof NettyHttpRequest<?> netty
            ? netty.getNativeRequest().decoderResult().cause()
            : null;
    return switch (cause) {
      case TooLongHttpLineException _ -> HttpStatus.REQUEST_URI_TOO_LONG;
      case TooLongHttpHeaderException _ -> HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
      case null, default -> given;
    };
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
      case REQUEST_TIMEOUT -> ErrorCode.TIMEOUT;
      case REQUEST_ENTITY_TOO_LARGE -> ErrorCode.PAYLOAD_TOO_LARGE;
      case REQUEST_URI_TOO_LONG -> ErrorCode.ADDRESS_TOO_LONG;
      case REQUEST_HEADER_FIELDS_TOO_LARGE -> ErrorCode.HEADERS_TOO_LARGE;
      case TOO_MANY_REQUESTS -> ErrorCode.RATE_LIMITED;
      case SERVICE_UNAVAILABLE -> ErrorCode.UNAVAILABLE;
      default -> status.getCode() < 500 ? ErrorCode.BAD_USER_INPUT : ErrorCode.INTERNAL;
    };
  }

  private static String message(HttpStatus status, HttpRequest<?> request) {
    return switch (status) {
      case BAD_REQUEST -> "This cannot be read as a request: it is not as HTTP has it.";
      case NOT_FOUND -> "There is nothing at this address. GraphQL is at /graphql.";
      case METHOD_NOT_ALLOWED ->
          "%s is not offered at %s; the header Allow says what is."
              .formatted(request.getMethodName(), request.getPath());
      case REQUEST_ENTITY_TOO_LARGE -> "The body is too large.";
      case REQUEST_URI_TOO_LONG -> "The address is too long: send the document by POST.";
      case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The headers are too large, all together.";
      case TOO_MANY_REQUESTS -> "Too much was asked: ask again later.";
      case SERVICE_UNAVAILABLE -> "This cannot be answered just now: ask again in a moment.";
      default -> status.getCode() < 500 ? status.getReason() + "." : ErrorBodies.OUR_FAULT;
    };
  }
}
