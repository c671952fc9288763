package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Java finds the council's authority in what the guide's command makes, without a password. */
final class TrustStoreGuideTest {
  private static final Path KEYTOOL = Path.of(System.getProperty("java.home"), "bin", "keytool");

  private final Path folder = Scratch.folder();

  @Test
  void theStoreOfTheGuideIsReadWithoutAPassword()
      throws IOException, InterruptedException, GeneralSecurityException {
    run(
        "keytool -genkeypair -keyalg EC -alias council -dname CN=council -ext bc=ca:true"
            + " -keystore made.p12 -storetype PKCS12 -storepass changeit");
    run(
        "keytool -exportcert -rfc -alias council -file ca.pem"
            + " -keystore made.p12 -storetype PKCS12 -storepass changeit");
    run(command());

    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(folder.resolve("trust.p12"))) {
      store.load(content, null);
    }
    assertThat(Collections.list(store.aliases())).containsExactly("council");
    assertThat(store.isCertificateEntry("council")).isTrue();
  }

  /** The chart mounts the same key of the same map. */
  @Test
  void theMapOfTheGuideIsTheOneThatIsMounted() {
    String all = String.join("\n", Guide.blocks("sh").toList());
    assertThat(all).contains("create configmap council-trust --from-file=trust.p12");
    assertThat(Guide.values())
        .filteredOn(values -> values.tree().has("java"))
        .singleElement()
        .extracting(values -> values.tree().at("/java/trustStore/configMap").asText())
        .isEqualTo("council-trust");
    assertThat(Values.usual().tree().at("/java/trustStore/key").asText()).isEqualTo("trust.p12");
  }

  private static String command() {
    return Guide.blocks("sh")
        .flatMap(String::lines)
        .filter(line -> line.startsWith("keytool "))
        .findFirst()
        .orElseThrow();
  }

  private void run(String line) throws IOException, InterruptedException {
    String[] words = line.split(" ");
    words[0] = KEYTOOL.toString();
    Process process = new ProcessBuilder(words).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
