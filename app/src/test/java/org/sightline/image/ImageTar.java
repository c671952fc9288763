package org.sightline.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image in a file, as {@code docker load} reads it.
 *
 * @param config what it runs, as whom and with what
 * @param layers from the base up
 */
record ImageTar(JsonNode config, List<Layer> layers) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int GZIP = 0x1f;

  /** The largest file whose content is kept: texts are, jars are not. */
  private static final long KEPT = 2_000_000;

  /**
   * A layer.
   *
   * @param name of its file within the image's
   * @param digest of what it is unpacked
   * @param files by path, without a slash in front, and folders too
   */
  record Layer(String name, String digest, Map<String, Content> files) {}

  /**
   * A file or a folder.
   *
   * @param text its bytes, a character each; empty for a folder, and for a large file
   */
  record Content(int mode, long user, long group, Instant modified, boolean isFolder, String text) {
    boolean isOthersToWrite() {
      return (mode & 0002) != 0;
    }

    boolean lendsRights() {
      return (mode & 06000) != 0;
    }
  }

  static ImageTar read(Path tar) {
    Map<String, Map<String, Content>> layers = new TreeMap<>();
    Map<String, byte[]> texts = new TreeMap<>();
    try (TarArchiveInputStream outer = tar(Files.newInputStream(tar))) {
      for (TarArchiveEntry entry = outer.getNextEntry();
          entry != null;
          entry = outer.getNextEntry()) {
        if (entry.getName().endsWith(".json")) {
          texts.put(entry.getName(), outer.readAllBytes());
        } else {
          layers.put(entry.getName(), files(outer));
        }
      }
      return of(texts, layers);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImageTar of(Map<String, byte[]> texts, Map<String, Map<String, Content>> layers)
      throws IOException {
    JsonNode manifest = JSON.readTree(texts.getOrDefault("manifest.json", new byte[0])).path(0);
    JsonNode config =
        JSON.readTree(texts.getOrDefault(manifest.path("Config").asText(), new byte[0]));
    List<Layer> ordered = new ArrayList<>();
    for (JsonNode name : manifest.path("Layers")) {
      String digest = config.path("rootfs").path("diff_ids").path(ordered.size()).asText();
      Map<String, Content> files = layers.getOrDefault(name.asText(), Map.of());
      ordered.add(new Layer(name.asText(), digest, files));
    }
    return new ImageTar(config, ordered);
  }

  /** Not closed: it ends within the tar around it. */
  @SuppressWarnings("resource")
  private static Map<String, Content> files(InputStream layer) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(layer);
    bytes.mark(1);
    int first = bytes.read();
    bytes.reset();
    TarArchiveInputStream inner = tar(first == GZIP ? new GZIPInputStream(bytes) : bytes);
    Map<String, Content> files = new LinkedHashMap<>();
    for (TarArchiveEntry entry = inner.getNextEntry();
        entry != null;
        entry = inner.getNextEntry()) {
      byte[] content = entry.getSize() <= KEPT ? inner.readAllBytes() : new byte[0];
      files.put(entry.getName().replaceAll("^\\./|/$", ""), content(entry, content));
    }
    return files;
  }

  private static Content content(TarArchiveEntry entry, byte[] bytes) {
    return new Content(
        entry.getMode(),
        entry.getLongUserId(),
        entry.getLongGroupId(),
        entry.getLastModifiedTime().toInstant(),
        entry.isDirectory(),
        new String(bytes, StandardCharsets.ISO_8859_1));
  }

  private static TarArchiveInputStream tar(InputStream bytes) {
    return new TarArchiveInputStream(new BufferedInputStream(bytes));
  }

  /** All files and folders, those of an upper layer in place of those of a lower one. */
  Map<String, Content> files() {
    Map<String, Content> all = new TreeMap<>();
    layers.forEach(layer -> all.putAll(layer.files()));
    return all;
  }

  /** A list of texts in its configuration: {@code Entrypoint}, {@code Cmd} or {@code Env}. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    config.path("config").path(name).forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
