package org.sightline.benchmark;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.sightline.benchmark.ProfileLoaders.ProfileKey;
import org.sightline.graphql.BadUserInput;

/** The profiles that one operation has asked for so far, wherever in it. */
final class ProfilesAsked {
  /** Each reads some twenty thousand figures. */
  private static final int MOST_PROFILES = 15;

  /** Each reads the figures of all indicators anew. */
  private static final int MOST_QUESTIONS = 3;

  private final Set<ProfileKey> all = new HashSet<>();

  /**
   * Adds some.
   *
   * @throws BadUserInput when they are too many together with those before
   */
  void add(Collection<ProfileKey> keys) {
    all.addAll(keys);
    if (all.size() > MOST_PROFILES) {
      throw new BadUserInput(
          "Profiles are made for %d councils at once, not for %d, all fields of a request together: ask for fewer, or for one indicator by benchmark."
              .formatted(MOST_PROFILES, all.size()),
          "profile");
    }
    long questions = all.stream().map(ProfileKey::question).distinct().count();
    if (questions > MOST_QUESTIONS) {
      throw new BadUserInput(
          "Profiles are asked with up to %d different arguments in one request, not %d."
              .formatted(MOST_QUESTIONS, questions),
          "profile");
    }
  }
}
