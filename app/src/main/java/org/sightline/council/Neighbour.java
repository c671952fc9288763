package org.sightline.council;

/**
 * One statistical neighbour of a council.
 *
 * @param rank 1 is the closest
 */
public record Neighbour(
    NeighbourModel model, int councilKey, int rank, Council council, Closeness closeness) {

  /** How alike two councils are, in the model's own words. */
  public enum Closeness {
    EXTREMELY_CLOSE,
    VERY_CLOSE,
    CLOSE,
    SOMEWHAT_CLOSE,
    NOT_CLOSE
  }
}
