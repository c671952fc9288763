package org.sightline.graphql.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sightline.graphql.http.RawConnection.RawAnswer;

/** Answers are compressed where that is asked for; requests never. */
@Isolated("It measures.")
final class CompressionTest {
  private static final String NEWER = "application/graphql-response+json";
  private static final String LONG =
      "/graphql?query="
          + URLEncoder.encode(
              "{ __schema { types { name fields { name args { name } } } } }",
              StandardCharsets.UTF_8);
  private static final String SHORT = "/graphql?query=%7B__typename%7D";

  private static final TestServer SERVER = TestServer.withoutDatabase(Map.of());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {NEWER, "application/json"})
  void compressLongAnswers(String accept) throws IOException {
    RawAnswer plain = get(LONG, accept, "");
    RawAnswer compressed = get(LONG, accept, "gzip, deflate, br");
    assertThat(plain.headers()).doesNotContainKey("content-encoding");
    assertThat(plain.body()).hasSizeGreaterThan(1_024);
    assertThat(compressed.header("content-encoding")).isEqualTo("gzip");
    assertThat(compressed.header("vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(plain.header("vary")).isEqualTo("Accept, Accept-Encoding");
    assertThat(compressed.body()).hasSizeLessThan(plain.body().length / 2);
    assertThat(data(unpacked(compressed))).isEqualTo(data(plain.body()));
  }

  /** An answer without what it cost: what is left of a budget is another each time. */
  private static String data(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8);
    return text.substring(0, text.indexOf("\"extensions\""));
  }

  @Test
  void compressFiles() throws IOException {
    RawAnswer compressed = get("/test/file.csv", "*/*", "gzip");
    assertThat(compressed.header("content-encoding")).isEqualTo("gzip");
    assertThat(compressed.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(new String(unpacked(compressed), StandardCharsets.UTF_8))
        .isEqualTo(FaultyAddresses.CSV);
    assertThat(get("/test/file.csv", "*/*", "identity").text()).isEqualTo(FaultyAddresses.CSV);
  }

  @Test
  void leaveShortAnswersAsTheyAre() throws IOException {
    assertThat(get(SHORT, NEWER, "gzip").headers()).doesNotContainKey("content-encoding");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "* | gzip",
        "gzip;q=0 | ''",
        "gzip;q=0, * | ''",
        "GZIP | gzip",
        "x-nonsense | ''",
        "snappy | ''",
        "deflate | ''",
        "identity, gzip;q=0.5 | gzip",
        "gzip;q=x | ''",
        "snappy, gzip;q=0.1 | gzip",
      })
  void compressByGzipOrNotAtAll(String accepted, String given) throws IOException {
    RawAnswer answer = get(LONG, NEWER, accepted);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-encoding")).isEqualTo(given);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "x-gzip", "deflate", "br", "snappy", "zstd", "gzip, gzip"})
  void takeNoCompressedBody(String encoding) throws IOException {
    byte[] body = encoding.equals("deflate") ? deflated(10_000_000) : gzipped(10_000_000);
    RawAnswer answer = post("Content-Encoding: " + encoding, body);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.json().at("/errors/0/extensions/code").asText())
        .isEqualTo("UNSUPPORTED_MEDIA_TYPE");
    assertThat(answer.header("accept-encoding")).isEqualTo("identity");
  }

  @Test
  void takeABodyThatSaysItIsNotCompressed() throws IOException {
    byte[] body = "{\"query\":\"{ __typename }\"}".getBytes(StandardCharsets.UTF_8);
    assertThat(post("Content-Encoding: identity", body).status()).isEqualTo(200);
  }

  @Test
  void unpackNoBombEvenWhereItIsCalledATransfer() throws IOException {
    byte[] bomb = gzipped(10_000_000);
    try (RawConnection connection = SERVER.connect()) {
      connection.send(head("Transfer-Encoding: gzip, chunked"));
      connection.send(Integer.toHexString(bomb.length) + "\r\n");
      connection.send(bomb);
      connection.send("\r\n0\r\n\r\n");
      assertThat(connection.answer().status()).isBetween(400, 415);
    }
  }

  @Test
  void needNoHeapForABomb() throws IOException {
    byte[] bomb = gzipped(10_000_000);
    RawAnswer _ = post("Content-Encoding: gzip", bomb);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getTotalThreadAllocatedBytes();
    for (int i = 0; i < 20; i++) {
      RawAnswer _ = post("Content-Encoding: gzip", bomb);
    }
    // 200 MB were they unpacked.
    assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(40_000_000);
  }

  private static RawAnswer get(String address, String accept, String encoding) throws IOException {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(
          "GET "
              + address
              + " HTTP/1.1\r\nHost: x\r\nAccept: "
              + accept
              + "\r\n"
              + (encoding.isEmpty() ? "" : "Accept-Encoding: " + encoding + "\r\n")
              + "\r\n");
      return connection.answer();
    }
  }

  private static RawAnswer post(String header, byte[] body) throws IOException {
    try (RawConnection connection = SERVER.connect()) {
      connection.send(head(header + "\r\nContent-Length: " + body.length));
      connection.send(body);
      return connection.answer();
    }
  }

  private static String head(String header) {
    return "POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        + header
        + "\r\n\r\n";
  }

  private static byte[] unpacked(RawAnswer answer) throws IOException {
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      return unpacked.readAllBytes();
    }
  }

  private static byte[] gzipped(int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(new byte[zeros]);
    }
    return bytes.toByteArray();
  }

  private static byte[] deflated(int zeros) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream packed = new DeflaterOutputStream(bytes)) {
      packed.write(new byte[zeros]);
    }
    return bytes.toByteArray();
  }
}
