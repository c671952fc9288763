package org.sightline.graphql;

import graphql.ErrorClassification;

/** What went wrong, for programs: {@code errors[].extensions.code} of an answer. */
public enum ErrorCode implements ErrorClassification {
  /** Nobody is signed in and this needs somebody. */
  UNAUTHENTICATED,
  /** Somebody is signed in who may not do this. */
  FORBIDDEN,
  /** There is no such thing for this viewer. */
  NOT_FOUND,
  /** The request asks for what cannot be; its message says what can. */
  BAD_USER_INPUT,
  /** The document passes one of the limits; {@code extensions.limit} names it. */
  QUERY_TOO_COSTLY,
  /** The caller has asked as much as may be asked in a minute; later the same may succeed. */
  RATE_LIMITED,
  /** It took too long and was stopped. */
  TIMEOUT,
  /** This method is not offered at this address. */
  METHOD_NOT_ALLOWED,
  /** None of the media types asked for can be given. */
  NOT_ACCEPTABLE,
  /** The body is of a media type or charset that is not read. */
  UNSUPPORTED_MEDIA_TYPE,
  /** The body is larger than the limit. */
  PAYLOAD_TOO_LARGE,
  /** The address is longer than the limit. */
  ADDRESS_TOO_LONG,
  /** The headers are larger, all together, than the limit. */
  HEADERS_TOO_LARGE,
  /** Another service that this needs does not do its part; later the same may succeed. */
  UNAVAILABLE,
  /** Our fault. */
  INTERNAL
}
