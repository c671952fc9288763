package org.sightline.graphql.http;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From which address a request comes. A header is believed only where the operator names the one
 * that the own proxy writes: anybody could send another.
 */
@Singleton
final class ClientAddresses {
  /** In brackets with or without a port, or of IPv4 with a port. */
  private static final Pattern WITH_A_PORT =
      Pattern.compile("\\[([^]]*)](?::\\d+)?|([\\d.]+):\\d+");

  private final String header;

  ClientAddresses(@Value("${sightline.client-address-header:``}") String header) {
    this.header = header;
  }

  /** The address that the header says last; the connection's own where it says none. */
  InetAddress of(HttpRequest<?> request) {
    List<String> lines = header.isEmpty() ? List.of() : request.getHeaders().getAll(header);
    return last(lines).orElseGet(() -> request.getRemoteAddress().getAddress());
  }

  /** Each proxy adds at the end: what stands before was said by whoever asked it. */
  private static Optional<InetAddress> last(List<String> lines) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String line = lines.getLast();
    return address(line.substring(line.lastIndexOf(',') + 1).strip());
  }

  private static Optional<InetAddress> address(String said) {
    Matcher parts = WITH_A_PORT.matcher(said);
    String literal = said;
    if (parts.matches()) {
      literal = parts.group(1) == null ? parts.group(2) : parts.group(1);
    }
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
