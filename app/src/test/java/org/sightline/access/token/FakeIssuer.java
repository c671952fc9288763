package org.sightline.access.token;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An issuer that falls silent, moves its keys and lies about its name when it is told to. */
public final class FakeIssuer implements AutoCloseable {
  static final String AUDIENCE = "sightline-api";

  private final HttpServer server;
  private final AtomicInteger keyReadings = new AtomicInteger();
  private volatile boolean isSilent;
  private volatile String keyPath = "/keys";
  private volatile String name;
  private volatile TokenMaker maker;
  private volatile List<RSAKey> keys;

  public FakeIssuer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    name = address() + "/realm";
    maker = new TokenMaker(TokenMaker.newKey(), name, AUDIENCE);
    keys = List.of(maker.key());
    server.createContext("/", this::answer);
    server.start();
  }

  /** What tokens name. */
  public String issuer() {
    return address() + "/realm";
  }

  /** Signs with the newest key. */
  TokenMaker maker() {
    return maker;
  }

  /** A good token of somebody. */
  public String tokenOf(String subject) {
    return maker.token(maker.claims().subject(subject).build());
  }

  int keyReadings() {
    return keyReadings.get();
  }

  void fallSilent() {
    isSilent = true;
  }

  void speakAgain() {
    isSilent = false;
  }

  void callItself(String other) {
    name = other;
  }

  void moveKeys() {
    keyPath = "/elsewhere";
  }

  /** Signs with a new key from now on; the earlier one goes on being published. */
  void rotate() {
    RSAKey earlier = maker.key();
    maker = new TokenMaker(TokenMaker.newKey(), issuer(), AUDIENCE);
    keys = List.of(maker.key(), earlier);
  }

  void removeAllKeysButTheNewest() {
    keys = List.of(maker.key());
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (isSilent) {
      write(exchange, 503, "");
    } else if (path.equals("/realm/.well-known/openid-configuration")) {
      write(exchange, 200, "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\"}".formatted(name, keyAddress()));
    } else if (path.equals(keyPath)) {
      keyReadings.incrementAndGet();
      write(exchange, 200, new JWKSet(List.copyOf(keys)).toString(true));
    } else {
      write(exchange, 404, "");
    }
  }

  private String keyAddress() {
    return address() + keyPath;
  }

  private static void write(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
