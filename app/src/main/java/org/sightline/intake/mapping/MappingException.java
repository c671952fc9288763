package org.sightline.intake.mapping;

/** A mapping that cannot be used. The message is a sentence that names the file or the mapping. */
public final class MappingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MappingException(String sentence) {
    super(sentence);
  }
}
