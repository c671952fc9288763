package org.sightline.local;

/** Ends this process when its parent is gone, so that a killed Maven leaves nothing behind. */
final class ParentWatch {
  private static volatile boolean stopping;

  private ParentWatch() {}

  /** We are stopping anyway: Ctrl-C ends Maven too, and that is no news. */
  static void end() {
    stopping = true;
  }

  static void exitWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent ->
                Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitAfter(parent)));
  }

  private static void exitAfter(ProcessHandle parent) {
    parent.onExit().join();
    if (stopping) {
      return;
    }
    System.err.println(
        "Maven (process %d) is gone, so Sightline stops too.".formatted(parent.pid()));
    System.exit(1);
  }
}
