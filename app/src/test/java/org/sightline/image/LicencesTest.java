package org.sightline.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sightline.image.Licences.Permission;

class LicencesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Licences SOME =
      new Licences(
          Set.of("MIT"),
          List.of(new Permission("org.either:or", Set.of("MIT", "LGPL-3.0"), "We take MIT.")));
  private static final String EITHER =
      component(
          "org.either",
          "or",
          "{\"license\": {\"id\": \"MIT\"}}, {\"license\": {\"id\": \"LGPL-3.0\"}}");

  @Test
  void areAllAllowedInTheImage() throws IOException {
    JsonNode components = JSON.readTree(Built.components().toFile()).path("components");

    assertThat(components).hasSizeGreaterThan(80);
    assertThat(Licences.read(Built.repository()).faults(components)).isEmpty();
  }

  @Test
  void areTakenWhereTheyAreAllowedOrExcepted() throws IOException {
    assertThat(faults(EITHER, component("org.free", "one", "{\"license\": {\"id\": \"MIT\"}}")))
        .isEmpty();
  }

  @Test
  void mayNotBeMissing() throws IOException {
    assertThat(faults(EITHER, component("org.silent", "one", "")))
        .containsExactly("org.silent:one names no licence: it may not be in the image.");
  }

  @Test
  void mayNotBeUnknown() throws IOException {
    String own = component("org.own", "one", "{\"license\": {\"name\": \"Our own licence\"}}");
    String expression = component("org.two", "one", "{\"expression\": \"MIT AND GPL-3.0\"}");

    assertThat(faults(EITHER, own, expression))
        .containsExactly(
            "org.own:one names [Our own licence], which app/src/image/licences.yaml does not allow:"
                + " use something else, or give it an exception with a reason.",
            "org.two:one names [MIT AND GPL-3.0], which app/src/image/licences.yaml does not allow:"
                + " use something else, or give it an exception with a reason.");
  }

  @Test
  void areLookedAtAgainWhereAnExceptionNoLongerFits() throws IOException {
    assertThat(faults(component("org.either", "or", "{\"license\": {\"id\": \"MIT\"}}")))
        .containsExactly(
            "org.either:or now names [MIT]: look at its exception in app/src/image/licences.yaml.");
    assertThat(faults())
        .containsExactly(
            "app/src/image/licences.yaml: the exception of org.either:or is of nothing here.");
  }

  private static List<String> faults(String... components) throws IOException {
    return SOME.faults(JSON.readTree("[" + String.join(",", components) + "]"));
  }

  private static String component(String group, String name, String licences) {
    return "{\"group\": \"%s\", \"name\": \"%s\", \"licenses\": [%s]}"
        .formatted(group, name, licences);
  }
}
