package org.sightline.graphql.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.ErrorCode;
import org.sightline.graphql.document.Limits;
import org.sightline.graphql.operation.GraphQlRequest;

/** Reads a GraphQL request out of an HTTP request. */
@Singleton
final class RequestReader {
  private final Limits limits;

  RequestReader(Limits limits) {
    this.limits = limits;
  }

  /**
   * The request in a body of JSON. Only JSON: a form could be sent by any page of the web.
   *
   * @throws Refusal 400, 408, 413, 415 or 422
   */
  GraphQlRequest post(HttpRequest<?> request, @Nullable InputStream body) {
    requireJson(request.getHeaders());
    byte[] bytes = bytes(request, body);
    if (bytes.length == 0) {
      throw Refusal.malformed(
          "The body is empty: send JSON such as {\"query\": \"{ __typename }\"}.");
    }
    Object json = Json.read(bytes, "The body");
    if (json instanceof List<?>) {
      throw Refusal.notARequest("One request at a time: a list of requests is not taken.");
    }
    return request(Json.object(json, "The body"));
  }

  /**
   * The request in an address's parameters.
   *
   * @throws Refusal 400 or 422
   */
  GraphQlRequest get(HttpParameters parameters) {
    String operationName = single(parameters, "operationName");
    String variables = single(parameters, "variables");
    String extensions = single(parameters, "extensions");
    if (extensions != null) {
      parsed(extensions, "extensions");
    }
    return new GraphQlRequest(
        query(single(parameters, "query")),
        operationName == null || operationName.isEmpty() ? null : operationName,
        variables == null || variables.isEmpty() ? Map.of() : parsed(variables, "variables"));
  }

  private static GraphQlRequest request(Map<String, @Nullable Object> body) {
    Object operationName = body.get("operationName");
    Object variables = body.get("variables");
    Object extensions = body.get("extensions");
    if (operationName != null && !(operationName instanceof String)) {
      throw Refusal.notARequest("'operationName' must be a text.");
    }
    if (extensions != null) {
      Json.object(extensions, "'extensions'");
    }
    return new GraphQlRequest(
        query(body.get("query")),
        (String) operationName,
        variables == null ? Map.of() : Json.object(variables, "'variables'"));
  }

  private static String query(@Nullable Object query) {
    if (query == null) {
      throw Refusal.notARequest("The request has no 'query': send the GraphQL document there.");
    }
    if (!(query instanceof String text)) {
      throw Refusal.notARequest("'query' must be a text: the GraphQL document.");
    }
    return text;
  }

  private static Map<String, @Nullable Object> parsed(String text, String name) {
    String what = "The parameter '" + name + "'";
    return Json.object(Json.read(text.getBytes(StandardCharsets.UTF_8), what), what);
  }

  private static @Nullable String single(HttpParameters parameters, String name) {
    List<String> values = parameters.getAll(name);
    if (values.size() > 1) {
      throw Refusal.notARequest("The parameter '" + name + "' is given more than once.");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  private static void requireJson(HttpHeaders headers) {
    String text = headers.get(HttpHeaders.CONTENT_TYPE);
    if (text == null || !isUtf8Json(text)) {
      throw new Refusal(
          HttpStatus.UNSUPPORTED_MEDIA_TYPE,
          ErrorCode.UNSUPPORTED_MEDIA_TYPE,
          "Send the request as JSON in UTF-8, with the header Content-Type: application/json.");
    }
  }

  private static boolean isUtf8Json(String text) {
    String[] parts = text.toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
    for (int i = 1; i < parts.length; i++) {
      String charset = parts[i].replace("\"", "");
      if (charset.startsWith("charset=") && !charset.matches("charset=utf-?8")) {
        return false;
      }
    }
    return parts[0].trim().equals(MediaType.APPLICATION_JSON);
  }

  private byte[] bytes(HttpRequest<?> request, @Nullable InputStream body) {
    if (body == null) {
      return new byte[0];
    }
    try (body) {
      int most = limits.bodyBytes();
      if (request.getContentLength() > most) {
        throw tooLarge(most);
      }
      byte[] bytes = body.readNBytes(most + 1);
      if (bytes.length > most) {
        throw tooLarge(most);
      }
      return bytes;
    } catch (IOException e) {
      if (RequestClock.SlowBody.isCauseOf(e)) {
        throw Refusal.tooSlow();
      }
      throw Refusal.malformed("The body ended before it was whole.");
    }
  }

  private static Refusal tooLarge(int most) {
    return new Refusal(
        HttpStatus.REQUEST_ENTITY_TOO_LARGE,
        ErrorCode.PAYLOAD_TOO_LARGE,
        String.format(Locale.ROOT, "A body has at most %,d bytes.", most));
  }
}
