package org.sightline.access.agreement;

import jakarta.inject.Singleton;
import org.dataloader.DataLoaderRegistry;
import org.sightline.access.sharing.SharingLoaders;
import org.sightline.graphql.Loaders;
import org.sightline.graphql.RoomLoaders;

/** Agreements by key, one statement for all of an answer. */
@Singleton
class AgreementLoaders implements RoomLoaders {
  private final AgreementService agreements;

  AgreementLoaders(AgreementService agreements) {
    this.agreements = agreements;
  }

  @Override
  public void register(DataLoaderRegistry registry) {
    registry.register(
        SharingLoaders.AGREEMENTS,
        Loaders.<Integer, SharingAgreement>batch(agreements::byKey, null));
  }
}
