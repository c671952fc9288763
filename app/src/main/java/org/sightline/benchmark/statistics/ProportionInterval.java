package org.sightline.benchmark.statistics;

/**
 * How sure a proportion is: Wilson's score interval without continuity correction.
 *
 * <p>Wilson (1927), "Probable inference, the law of succession, and statistical inference", Journal
 * of the American Statistical Association 22, 209-212; recommended by Newcombe (1998), Statistics
 * in Medicine 17, 857-872, and used for every proportion by OHID ("Technical guide: confidence
 * intervals"; APHO Technical Briefing 3).
 */
public final class ProportionInterval {
  private ProportionInterval() {}

  /**
   * The interval of a proportion, from 0 to 1.
   *
   * @throws IllegalArgumentException unless {@code of} is above 0 and {@code count} within 0 to
   *     {@code of}
   */
  public static Interval wilson(double count, double of, Confidence confidence) {
    Counts.checkProportion(count, of);
    double z = confidence.z();
    double middle = 2 * count + z * z;
    double half = z * Math.sqrt(z * z + 4 * count * (1 - count / of));
    // The textbook's middle - half loses its digits where the limit is near 0; this is the same.
    double lower = 2 * count * (count / of) / (middle + half);
    double upper = (middle + half) / (2 * (of + z * z));
    return new Interval(lower, Math.min(upper, 1));
  }
}
