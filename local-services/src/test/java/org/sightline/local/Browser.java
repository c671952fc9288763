package org.sightline.local;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a person does in a browser: follows links, fills forms in. Java's own keeper of cookies does
 * not send secure ones to this machine, as browsers do.
 */
final class Browser implements AutoCloseable {
  private static final Pattern ACTION = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final Pattern HIDDEN =
      Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, String> cookies = new TreeMap<>();
  private URI address = URI.create("about:blank");
  private String page = "";

  /** The page that is shown, as HTML. */
  String page() {
    return page;
  }

  void open(String link) {
    open(HttpRequest.newBuilder(URI.create(link)));
  }

  /** Sends the page's form with what it hides and what is filled in. */
  void send(Map<String, String> filled) {
    Map<String, String> form = new TreeMap<>();
    HIDDEN.matcher(page).results().forEach(field -> form.put(field.group(1), field.group(2)));
    form.putAll(filled);
    Matcher action = ACTION.matcher(page);
    if (!action.find()) {
      throw new AssertionError("The page has no form: " + page);
    }
    open(
        HttpRequest.newBuilder(address.resolve(action.group(1).replace("&amp;", "&")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(form))));
  }

  static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private void open(HttpRequest.Builder asked) {
    HttpResponse<String> answer = answer(asked);
    while (answer.statusCode() / 100 == 3) {
      String next = answer.headers().firstValue("Location").orElseThrow();
      answer = answer(HttpRequest.newBuilder(answer.uri().resolve(next)));
    }
    address = answer.uri();
    page = answer.body();
  }

  private HttpResponse<String> answer(HttpRequest.Builder asked) {
    if (!cookies.isEmpty()) {
      asked.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    try {
      HttpResponse<String> answer =
          client.send(asked.build(), HttpResponse.BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String[] parts = cookie.split(";", 2)[0].split("=", 2);
    cookies.put(parts[0], parts[1]);
  }

  @Override
  public void close() {
    client.close();
  }
}
