package org.sightline.local;

/** Ends this process when its parent is gone, so that a killed Maven leaves nothing behind. */
final class ParentWatch {
  private ParentWatch() {}

  static void exitWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent ->
                Thread.ofPlatform().daemon().name("parent-watch").start(() -> exitAfter(parent)));
  }

  private static void exitAfter(ProcessHandle parent) {
    parent.onExit().join();
    System.err.println(
        "Maven (process %d) is gone, so Sightline stops too.".formatted(parent.pid()));
    System.exit(1);
  }
}
