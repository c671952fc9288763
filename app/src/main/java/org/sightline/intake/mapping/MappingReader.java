package org.sightline.intake.mapping;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads one mapping from YAML; whatever is wrong with it becomes a sentence. */
final class MappingReader {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private MappingReader() {}

  /**
   * @param fileName for the messages
   * @throws MappingException when the text is no mapping
   */
  static Mapping read(String fileName, InputStream stream) {
    try {
      return YAML.readValue(stream, Mapping.class);
    } catch (UnrecognizedPropertyException e) {
      throw new MappingException(unknownKey(fileName, e));
    } catch (ValueInstantiationException e) {
      throw new MappingException(
          "The mapping " + fileName + " does not hold together" + place(e) + ": " + cause(e) + ".");
    } catch (JsonProcessingException e) {
      throw new MappingException(
          "The mapping " + fileName + " cannot be read" + place(e) + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new MappingException("The mapping " + fileName + " cannot be read: " + e.getMessage());
    }
  }

  private static String unknownKey(String fileName, UnrecognizedPropertyException e) {
    String known =
        e.getKnownPropertyIds().stream()
            .map(Object::toString)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .collect(Collectors.joining(", "));
    return "The mapping %s has the unknown key '%s'%s; known here: %s."
        .formatted(fileName, e.getPropertyName(), place(e), known);
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
