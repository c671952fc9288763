package org.sightline.graphql;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The id of a {@code Node}: one text that names a thing among all things. Opaque to callers and
 * safe in an address.
 *
 * @param type the GraphQL type's name, such as {@code Council}
 * @param key the thing's own key within its type
 */
public record GlobalId(String type, String key) {
  private static final char SEPARATOR = ':';

  public GlobalId {
    if (type.isEmpty() || type.indexOf(SEPARATOR) >= 0 || key.isEmpty()) {
      throw new IllegalArgumentException("A global id has a type without ':' and a key.");
    }
  }

  /** The text that callers see. */
  public String encoded() {
    byte[] bytes = (type + SEPARATOR + key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * Reads an id that a caller sent.
   *
   * @throws NotFound when it is none; it does not say why
   */
  public static GlobalId decode(String text) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(text);
      String plain = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int separator = plain.indexOf(SEPARATOR);
      if (separator < 0) {
        throw nothing(text);
      }
      GlobalId id = new GlobalId(plain.substring(0, separator), plain.substring(separator + 1));
      if (!id.encoded().equals(text)) {
        throw nothing(text);
      }
      return id;
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw nothing(text);
    }
  }

  /**
   * The number that an id of a type has as its key; nothing where the text is none such, or spells
   * the number as no id does.
   */
  public static Optional<Integer> number(String type, String text) {
    try {
      GlobalId id = decode(text);
      int number = Integer.parseInt(id.key());
      boolean isOne = id.type().equals(type) && id.key().equals(Integer.toString(number));
      return isOne ? Optional.of(number) : Optional.empty();
    } catch (NotFound | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static NotFound nothing(String text) {
    String shown = text.length() <= 100 ? text : text.substring(0, 100) + "...";
    return new NotFound("There is nothing with the id '" + shown + "'.");
  }
}
