package org.sightline.intake.mapping;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;

/** Reads one mapping from YAML; whatever is wrong with it becomes a sentence. */
final class MappingReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private MappingReader() {}

  /**
   * @param fileName for the messages
   * @throws MappingException when the text is no mapping
   */
  static Mapping read(String fileName, InputStream stream) {
    try {
      JsonNode tree = YAML.readTree(stream);
      MappingKeys.check(fileName, tree);
      return YAML.treeToValue(tree, Mapping.class);
    } catch (ValueInstantiationException e) {
      throw new MappingException(
          "The mapping " + fileName + " does not hold together: " + cause(e) + ".");
    } catch (JsonProcessingException e) {
      throw new MappingException(
          "The mapping " + fileName + " cannot be read" + place(e) + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new MappingException("The mapping " + fileName + " cannot be read: " + e.getMessage());
    }
  }

  private static String cause(JsonMappingException e) {
    Throwable cause = e.getCause();
    String message = cause == null ? e.getOriginalMessage() : cause.getMessage();
    return message == null ? "it is not a mapping" : message;
  }

  private static String place(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? "" : " at line " + location.getLineNr();
  }
}
