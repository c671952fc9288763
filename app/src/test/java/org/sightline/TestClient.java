package org.sightline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** Java's HTTP client, whose failures no test has to declare. */
public final class TestClient implements AutoCloseable {
  private final HttpClient client;

  public TestClient() {
    this(HttpClient.newHttpClient());
  }

  /**
   * With settings of its own.
   *
   * @param client closed with this
   */
  public TestClient(HttpClient client) {
    this.client = client;
  }

  /** An answer whose body is text. */
  public HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString());
  }

  /** An answer whose body is read as bytes. */
  public HttpResponse<byte[]> sendForBytes(HttpRequest request) {
    return send(request, BodyHandlers.ofByteArray());
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
    try {
      return client.send(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException("No answer of " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
