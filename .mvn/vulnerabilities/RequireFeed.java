import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Asks whether the list of known vulnerabilities can be had, before anything is compared with it.
 * What cannot be asked is not clean: ends with 1 and one sentence. Java 17 is enough for it.
 */
final class RequireFeed {
  private static final String NATIONAL = "https://services.nvd.nist.gov/rest/json/cves/2.0";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private RequireFeed() {}

  /**
   * @param arguments the mirror's address, such as {@code
   *     https://mirror.example/nvdcve-{0}.json.gz}, or nothing
   */
  public static void main(String[] arguments) throws InterruptedException {
    String mirror = arguments.length == 0 ? "" : arguments[0].strip();
    String feed =
        mirror.isEmpty() ? NATIONAL + "?resultsPerPage=1" : mirror.replace("{0}", "modified");
    String trouble = trouble(feed);
    if (trouble.isEmpty()) {
      return;
    }
    System.err.printf(
        "%nVulnerabilities were NOT looked up: the list at %s cannot be had (%s). Run this where it can be, with the API key in NVD_API_KEY, or give a mirror of it by -Dsightline.vulnerabilities.mirror=https://mirror.example/nvdcve-{0}.json.gz.%n%n",
        feed, trouble);
    System.exit(1);
  }

  private static String trouble(String feed) throws InterruptedException {
    HttpClient client =
        HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(feed)).timeout(PATIENCE).build();
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      return status < 400 ? "" : "it answers " + status;
    } catch (IOException | IllegalArgumentException e) {
      return e.getMessage() == null ? "nobody answers there" : e.getMessage();
    }
  }
}
