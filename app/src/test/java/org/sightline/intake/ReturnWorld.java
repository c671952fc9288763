package org.sightline.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sightline.SharedWorld;
import org.sightline.SharedWorld.Organisation;
import org.sightline.indicator.AccessClass;
import org.sightline.tenancy.Question;
import org.sightline.tenancy.Role;
import org.sightline.tenancy.Viewer;

/** Two councils whose contributors bring returns, on a real database. */
final class ReturnWorld implements AutoCloseable {
  static final Question QUESTION = new Question("test", null, "POST /imports");
  static final String HEADER = "indicator,period,value\n";

  private final Intake intake = new Intake();
  private final SharedWorld world = new SharedWorld(intake.database());
  final Organisation hull = world.council("E06000010");
  final Organisation york = world.council("E06000014");
  final Viewer contributor = world.member(hull, "hull-contributor", Role.CONTRIBUTOR, Role.ANALYST);
  final Viewer publisher = world.member(hull, "hull-both", Role.CONTRIBUTOR, Role.DATA_OWNER);
  final Viewer analyst = world.member(hull, "hull-analyst", Role.ANALYST);
  final Viewer stranger = world.member(york, "york-contributor", Role.CONTRIBUTOR);

  Intake intake() {
    return intake;
  }

  SharedWorld world() {
    return world;
  }

  /** Brings a text as Hull's return, COUNCIL_ONLY. */
  ImportRun bring(String text) throws IOException {
    return bring(contributor, "return.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  ImportRun bring(Viewer viewer, String fileName, byte[] bytes) throws IOException {
    return bring(viewer, fileName, bytes, AccessClass.COUNCIL_ONLY, null, null);
  }

  ImportRun bring(
      Viewer viewer,
      String fileName,
      byte[] bytes,
      AccessClass accessClass,
      @Nullable Instant embargoedUntil,
      @Nullable String release)
      throws IOException {
    Path file = Files.createTempFile("return-test-", ".bytes");
    try {
      Files.write(file, bytes);
      return intake
          .bean(ReturnService.class)
          .run(
              viewer,
              QUESTION,
              new ReturnRequest(file, fileName, release, null, accessClass, embargoedUntil, false));
    } finally {
      Files.delete(file);
    }
  }

  /** The rejections of a run, each as {@code line column rule value}. */
  List<String> rejections(ImportRun run) {
    List<String> found = new ArrayList<>();
    intake
        .bean(ReturnService.class)
        .forEachRejection(
            contributor,
            QUESTION,
            run.id(),
            one ->
                found.add(
                    "%d %s %s %s".formatted(one.line(), one.column(), one.rule(), one.value())));
    return found;
  }

  @Override
  public void close() {
    world.close();
    intake.close();
  }
}
