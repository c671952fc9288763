package org.sightline.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sightline.indicator.Observation;

/**
 * By what a citation tells later which published figure is another. Every mark is made under the
 * key of this citation's fingerprint: it says nothing to whoever reads it, nor beside another's.
 *
 * @param members of a group that is not public, a digest of who they are; otherwise empty
 * @param each of the published figure of each area, in the order of the areas' keys: an unpublished
 *     figure has the mark that it would have were it not there; empty where the group is not public
 * @param around of the published figures beside them
 */
record CitationMarks(String members, String each, String around) {
  /** 24 bits: enough to tell one area's figure from another, four characters in an address. */
  private static final int MARK_BYTES = 3;

  private static final int DIGEST_BYTES = 12;

  /** The marks of a benchmark under the key of its citation. */
  static CitationMarks of(Benchmark benchmark, String key) {
    boolean isPublic = PinnedGroup.isPublic(benchmark.question());
    return new CitationMarks(
        isPublic ? "" : digest(key, "members|" + PinnedGroup.keys(benchmark)),
        isPublic
            ? CitedFigures.observations(benchmark).stream()
                .map(one -> mark(key, one))
                .collect(Collectors.joining())
            : "",
        digest(key, "around|" + CitedFigures.publishedAround(benchmark)));
  }

  /** The mark of each area. */
  List<String> list() {
    int length = MARK_BYTES * 8 / 6;
    List<String> list = new ArrayList<>();
    for (int at = 0; at < each.length(); at += length) {
      list.add(each.substring(at, Math.min(each.length(), at + length)));
    }
    return list;
  }

  private static String mark(String key, Observation observation) {
    return encoded(key, "area|" + CitedFigures.published(observation), MARK_BYTES);
  }

  private static String digest(String key, String text) {
    return encoded(key, text, DIGEST_BYTES);
  }

  private static String encoded(String key, String text, int bytes) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] made = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(made, bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
    }
  }
}
