package org.sightline.operations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority of a test's own that signs certificates of servers, by the JDK's keytool. */
final class TestAuthority {
  private static final String PASSWORD = "of-a-test";

  private final Path folder;
  private final Path certificate;

  /** A server's certificate and its key, in PEM. */
  record Issued(Path certificate, Path key) {}

  TestAuthority(Path folder) {
    this.folder = folder;
    certificate = folder.resolve("authority.pem");
    generate("authority", "-ext", "bc:c");
    keytool("authority", "-exportcert", "-rfc", "-file", certificate.toString());
  }

  /** By which those that it has signed are checked. */
  Path certificate() {
    return certificate;
  }

  /**
   * @param host the only name in the certificate
   * @param begun from when on it holds, such as {@code -1d}
   */
  Issued issue(String host, String begun, int days) {
    generate(host);
    Path request = folder.resolve(host + ".request");
    keytool(host, "-certreq", "-file", request.toString());
    Path issued = folder.resolve(host + ".pem");
    keytool(
        "authority",
        "-gencert",
        "-rfc",
        "-infile",
        request.toString(),
        "-outfile",
        issued.toString(),
        "-ext",
        "SAN=dns:" + host,
        "-startdate",
        begun,
        "-validity",
        Integer.toString(days));
    return new Issued(issued, keyOf(host));
  }

  private void generate(String name, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-validity",
                "30"));
    arguments.addAll(List.of(more));
    keytool(name, arguments.toArray(String[]::new));
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private void keytool(String name, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    command.addAll(
        List.of("-alias", name, "-keystore", store(name).toString(), "-storepass", PASSWORD));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private Path keyOf(String name) {
    Path file = folder.resolve(name + ".key");
    try (InputStream stored = Files.newInputStream(store(name))) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(stored, PASSWORD.toCharArray());
      byte[] key = keys.getKey(name, PASSWORD.toCharArray()).getEncoded();
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.writeString(
          file,
          "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
              .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
