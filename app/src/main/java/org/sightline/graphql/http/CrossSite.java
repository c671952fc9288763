package org.sightline.graphql.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import org.sightline.graphql.ErrorCode;

/** Pages of other sites may link here, not send requests behind their reader's back. */
final class CrossSite {
  private CrossSite() {}

  /**
   * @throws Refusal 403 when a browser says that another site's page sends this
   */
  static void refuse(HttpRequest<?> request) {
    HttpHeaders headers = request.getHeaders();
    boolean another = "cross-site".equals(headers.get("Sec-Fetch-Site"));
    boolean followedLink = "navigate".equals(headers.get("Sec-Fetch-Mode"));
    if (another && !followedLink) {
      throw new Refusal(
          HttpStatus.FORBIDDEN,
          ErrorCode.FORBIDDEN,
          "Pages of other sites may not send requests here.");
    }
  }
}
