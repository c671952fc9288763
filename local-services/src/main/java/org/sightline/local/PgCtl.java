package org.sightline.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL's own control program. It puts the server into a session of its own, so that Ctrl-C in
 * the terminal reaches Sightline first and PostgreSQL last.
 */
final class PgCtl {
  private PgCtl() {}

  static Shell.Result initialise(Path data, Path binaries, Path passwordFile) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program(binaries, "initdb"),
                "--pgdata=" + data,
                "--username=postgres",
                "--auth=scram-sha-256",
                "--pwfile=" + passwordFile,
                "--encoding=UTF8"));
    command.addAll(locale(binaries));
    return Shell.run(command);
  }

  /** The same order of letters everywhere; before version 17 it is the system's. */
  private static List<String> locale(Path binaries) {
    return Integer.parseInt(MajorVersion.of(binaries)) < 17
        ? List.of("--locale=C.UTF-8")
        : List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
  }

  /**
   * Starts the server on loopback only and waits until it answers.
   *
   * @param options of the server, name and value
   */
  static Shell.Result start(
      Path data, Path binaries, Path log, int port, Map<String, String> options) {
    List<String> serverOptions = new ArrayList<>();
    serverOptions.add("-p " + port);
    serverOptions.add("-c listen_addresses=127.0.0.1");
    serverOptions.add("-c unix_socket_directories=''");
    options.forEach((name, value) -> serverOptions.add("-c " + name + "=" + value));
    return Shell.run(
        List.of(
            program(binaries, "pg_ctl"),
            "start",
            "--pgdata=" + data,
            "--log=" + log,
            "--wait",
            "--timeout=120",
            "--options=" + String.join(" ", serverOptions)));
  }

  /**
   * @param mode {@code fast} ends open sessions, {@code immediate} ends without a checkpoint
   */
  static Shell.Result stop(Path data, Path binaries, String mode) {
    return Shell.run(
        List.of(
            program(binaries, "pg_ctl"),
            "stop",
            "--pgdata=" + data,
            "--mode=" + mode,
            "--wait",
            "--timeout=60"));
  }

  private static String program(Path binaries, String name) {
    return binaries.resolve("bin").resolve(name).toString();
  }
}
