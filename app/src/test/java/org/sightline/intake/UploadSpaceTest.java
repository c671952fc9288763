package org.sightline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.sightline.intake.ImportSlots.Slot;
import org.sightline.intake.UploadSpace.FullException;
import org.sightline.intake.UploadSpace.Room;

/** How much of the temporary disk files may take before they are imported. */
final class UploadSpaceTest {
  private static final long GIGABYTE = 1L << 30;

  @Test
  void isTakenUpToNineTenthsAndGivenBackOnce() {
    UploadSpace space = new UploadSpace("4Gi");
    Room first = space.take(GIGABYTE);
    Room second = space.take(2 * GIGABYTE);
    assertThatExceptionOfType(FullException.class).isThrownBy(() -> space.take(GIGABYTE));

    first.close();
    first.close();

    Room third = space.take(GIGABYTE);
    assertThatExceptionOfType(FullException.class).isThrownBy(() -> space.take(GIGABYTE));
    second.close();
    third.close();
  }

  @Test
  void isTakenForTheLargestFileWhereNobodySaysHowMuchComes() {
    UploadSpace space = new UploadSpace("2Gi");
    Room unknown = space.take(-1);

    assertThatExceptionOfType(FullException.class).isThrownBy(() -> space.take(GIGABYTE));
    unknown.close();
    assertThatCode(() -> space.take(GIGABYTE).close()).doesNotThrowAnyException();
  }

  @Test
  void isNotBoundedWhereNothingIsSet() {
    UploadSpace space = new UploadSpace("");
    for (int i = 0; i < 1_000; i++) {
      assertThatCode(() -> space.take(-1)).doesNotThrowAnyException();
    }
  }

  @Test
  void isKeptUntilTheImportHasEnded() {
    UploadSpace space = new UploadSpace("2Gi");
    ImportSlots slots = new ImportSlots();
    try (Slot slot = slots.receive("hull").orElseThrow()) {
      slot.takeRoom(space, GIGABYTE);
      assertThat(slot.beginsImport()).isTrue();
      assertThatExceptionOfType(FullException.class).isThrownBy(() -> space.take(GIGABYTE));
    }
    assertThatCode(() -> space.take(GIGABYTE).close()).doesNotThrowAnyException();
  }
}
