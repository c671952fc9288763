package org.sightline.graphql.http;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import org.sightline.graphql.operation.Answer;
import org.sightline.graphql.operation.ErrorBodies;

/**
 * Which statuses answers in {@code application/graphql-response+json} have; the setting {@code
 * sightline.graphql.statuses}. In {@code application/json} they are the same by both.
 */
public enum Statuses {
  /** Those that the public audits want: 400 for whatever is wrong, 200 for whatever ran. */
  AUDITED,
  /**
   * Those of the specification's newest draft: 422 for what can be read and is wrong, 294 for data
   * beside errors.
   */
  DRAFT;

  private static final int PARTIAL = 294;

  MutableHttpResponse<byte[]> response(Answer answer, Negotiation negotiated) {
    boolean draft = this == DRAFT && negotiated == Negotiation.GRAPHQL;
    return draft && answer.kind() == Answer.Kind.EXECUTED && answer.body().containsKey("errors")
        ? Responses.of(PARTIAL, "Partial Success", answer.body(), negotiated)
        : Responses.of(status(answer.kind(), negotiated), answer.body(), negotiated);
  }

  MutableHttpResponse<byte[]> response(Refusal refusal, Negotiation negotiated) {
    return Responses.of(
        given(refusal.status(), negotiated),
        ErrorBodies.single(refusal.code(), String.valueOf(refusal.getMessage())),
        negotiated);
  }

  private HttpStatus status(Answer.Kind kind, Negotiation negotiated) {
    boolean tells = negotiated == Negotiation.GRAPHQL;
    return switch (kind) {
      case EXECUTED -> HttpStatus.OK;
      case REFUSED -> tells ? given(HttpStatus.UNPROCESSABLE_ENTITY, negotiated) : HttpStatus.OK;
      case UNREADABLE -> tells ? HttpStatus.BAD_REQUEST : HttpStatus.OK;
      case NOT_A_QUERY -> HttpStatus.METHOD_NOT_ALLOWED;
      case NOT_A_MEMBER -> HttpStatus.FORBIDDEN;
      case RATE_LIMITED -> HttpStatus.TOO_MANY_REQUESTS;
      case TOO_SLOW -> HttpStatus.SERVICE_UNAVAILABLE;
      case FAILED -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  private HttpStatus given(HttpStatus draft, Negotiation negotiated) {
    boolean audited = this == AUDITED || negotiated == Negotiation.PLAIN;
    return audited && draft == HttpStatus.UNPROCESSABLE_ENTITY ? HttpStatus.BAD_REQUEST : draft;
  }
}
