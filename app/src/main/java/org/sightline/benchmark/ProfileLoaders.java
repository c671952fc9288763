package org.sightline.benchmark;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dataloader.DataLoaderRegistry;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** The profiles of all councils of an answer, read together. */
@Singleton
class ProfileLoaders implements RoomLoaders {
  static final String PROFILES = "profiles";

  private final ProfileService profileService;

  ProfileLoaders(ProfileService profileService) {
    this.profileService = profileService;
  }

  /** A council's profile, as it is asked for. */
  record ProfileKey(ProfileQuestion question, int councilKey) {}

  @Override
  public void register(DataLoaderRegistry registry) {
    ProfilesAsked asked = new ProfilesAsked();
    registry.register(
        PROFILES,
        Loaders.<ProfileKey, CouncilProfile>batch(
            keys -> {
              asked.add(keys);
              return profiles(keys);
            },
            null));
  }

  private Map<ProfileKey, CouncilProfile> profiles(Collection<ProfileKey> keys) {
    Map<ProfileKey, CouncilProfile> found = new HashMap<>();
    Map<ProfileQuestion, List<Integer>> byQuestion =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    ProfileKey::question,
                    Collectors.mapping(ProfileKey::councilKey, Collectors.toList())));
    byQuestion.forEach(
        (question, councilKeys) ->
            profileService
                .profiles(question, councilKeys)
                .forEach((key, profile) -> found.put(new ProfileKey(question, key), profile)));
    return found;
  }
}
