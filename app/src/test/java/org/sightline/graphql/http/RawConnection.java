package org.sightline.graphql.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A connection on which anything can be sent, also what no client library would. */
final class RawConnection implements AutoCloseable {
  private static final int LONGEST_WAIT = 20_000;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Socket socket;
  private final InputStream input;

  RawConnection(String host, int port) throws IOException {
    this.socket = new Socket(host, port);
    this.socket.setSoTimeout(LONGEST_WAIT);
    this.input = new BufferedInputStream(socket.getInputStream());
  }

  /**
   * An answer as it came.
   *
   * @param headers by name in lower case
   * @param bytes of the body, each as one character
   */
  record RawAnswer(int status, Map<String, List<String>> headers, String bytes) {
    byte[] body() {
      return bytes.getBytes(StandardCharsets.ISO_8859_1);
    }

    String header(String name) {
      return String.join(", ", headers.getOrDefault(name, List.of()));
    }

    String text() {
      return new String(body(), StandardCharsets.UTF_8);
    }

    JsonNode json() throws IOException {
      return JSON.readTree(body());
    }
  }

  /** Sends a text, each character as one byte. */
  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Reads one answer to its end. */
  RawAnswer answer() throws IOException {
    return answer(true);
  }

  /**
   * Reads one answer.
   *
   * @param hasBody false for what answers HEAD
   */
  RawAnswer answer(boolean hasBody) throws IOException {
    int status = Integer.parseInt(line().split(" ", -1)[1]);
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    byte[] body = hasBody ? body(headers) : new byte[0];
    return new RawAnswer(status, headers, new String(body, StandardCharsets.ISO_8859_1));
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    List<String> length = headers.getOrDefault("content-length", List.of());
    if (!length.isEmpty()) {
      return input.readNBytes(Integer.parseInt(length.getFirst()));
    }
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
      chunks.write(input.readNBytes(size));
      String _ = line();
    }
    String _ = line();
    return chunks.toByteArray();
  }

  /** Whether an answer or the end of the connection is there. */
  boolean hasSomethingToRead() throws IOException {
    socket.setSoTimeout(1);
    input.mark(1);
    try {
      int _ = input.read();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (SocketException e) {
      return true;
    } finally {
      input.reset();
      socket.setSoTimeout(LONGEST_WAIT);
    }
  }

  /** Whether the server closes the connection without another byte. */
  boolean isClosedByServer() throws IOException {
    try {
      return input.read() < 0;
    } catch (SocketException e) {
      return true;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int one = input.read(); one != '\n'; one = input.read()) {
      if (one < 0) {
        throw new IOException("The connection was closed after '" + line + "'.");
      }
      line.append((char) one);
    }
    return line.toString().stripTrailing();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
