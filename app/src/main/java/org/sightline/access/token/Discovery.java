package org.sightline.access.token;

import com.nimbusds.jose.jwk.source.JWKSetRetrievalException;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jose.util.ResourceRetriever;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The document in which an issuer says where its keys are.
 *
 * @param issuer as it is configured and as every token must name it
 */
record Discovery(String issuer, ResourceRetriever http) {
  private static final String PATH = "/.well-known/openid-configuration";

  /**
   * Reads the document.
   *
   * @throws WrongIssuerException when it is another issuer's
   * @throws JWKSetRetrievalException when there is none, or none that can be used
   */
  URL keySetAddress() throws JWKSetRetrievalException {
    String address = issuer.replaceFirst("/$", "") + PATH;
    try {
      String text = http.retrieveResource(URI.create(address).toURL()).getContent();
      Map<String, Object> document = JSONObjectUtils.parse(text);
      requireIssuer(address, JSONObjectUtils.getString(document, "issuer"));
      return keySetAddress(address, JSONObjectUtils.getURI(document, "jwks_uri"));
    } catch (IOException e) {
      throw new JWKSetRetrievalException("%s does not answer".formatted(address), e);
    } catch (ParseException | IllegalArgumentException e) {
      throw new JWKSetRetrievalException("%s is no discovery document".formatted(address), e);
    }
  }

  private void requireIssuer(String address, @Nullable String named) throws WrongIssuerException {
    if (!issuer.equals(named)) {
      throw new WrongIssuerException("%s names the issuer '%s'".formatted(address, named));
    }
  }

  /** An issuer that is held to https must not have its keys read over less. */
  private URL keySetAddress(String address, @Nullable URI named)
      throws JWKSetRetrievalException, IOException {
    boolean isSafe = named != null && (issuer.startsWith("http:") || isHttps(named));
    if (named == null || !isSafe) {
      throw new JWKSetRetrievalException(
          "%s names no https address of its keys".formatted(address), null);
    }
    return named.toURL();
  }

  private static boolean isHttps(URI address) {
    return "https".equalsIgnoreCase(address.getScheme());
  }
}
