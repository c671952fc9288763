package org.sightline.graphql.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * From which address a request comes. A header is believed only where the operator names the one
 * that the own proxy writes: anybody could send another.
 */
@Singleton
final class ClientAddresses {
  private final String header;

  ClientAddresses(@Value("${sightline.client-address-header:``}") String header) {
    this.header = header;
  }

  /** The address, as a literal where it is known. */
  String of(HttpRequest<?> request) {
    @Nullable String said = header.isEmpty() ? null : request.getHeaders().get(header);
    // Each proxy adds at the end: what stands before was said by whoever asked it.
    return said == null
        ? request.getRemoteAddress().getAddress().getHostAddress()
        : said.substring(said.lastIndexOf(',') + 1).strip();
  }
}
