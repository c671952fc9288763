package org.sightline.access.world;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sightline.TestClient;

/**
 * A browser that has just been opened. Like one, and unlike Java's cookie manager, it takes an
 * address of this machine for safe enough for Keycloak's cookies.
 */
public final class Visitor implements AutoCloseable {
  private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
  private static final int MOST_REDIRECTS = 5;

  private final TestClient client = new TestClient();
  private final Map<String, String> cookies = new LinkedHashMap<>();

  /** Opens a page and sends the form in it, filled in; both must be successes. */
  public void fillIn(String address, Map<String, String> form) {
    HttpResponse<String> page = follow(HttpRequest.newBuilder(URI.create(address)));
    Matcher action = ACTION.matcher(page.body());
    if (!action.find()) {
      throw new AssertionError("There is no form: " + page.body());
    }
    HttpResponse<String> _ =
        follow(
            HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Web.encoded(form))));
  }

  private HttpResponse<String> follow(HttpRequest.Builder first) {
    HttpResponse<String> answer = send(first);
    for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
      String location = answer.headers().firstValue("Location").orElseThrow();
      answer = send(HttpRequest.newBuilder(answer.uri().resolve(location)));
    }
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer + ": " + answer.body());
    }
    return answer;
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    if (!cookies.isEmpty()) {
      String all =
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; "));
      request.header("Cookie", all);
    }
    HttpResponse<String> answer = client.send(request.build());
    answer.headers().allValues("Set-Cookie").forEach(this::keep);
    return answer;
  }

  private void keep(String setCookie) {
    String pair = setCookie.replaceFirst(";.*", "");
    int equals = pair.indexOf('=');
    cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
  }

  @Override
  public void close() {
    client.close();
  }
}
