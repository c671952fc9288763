package org.sightline.local;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A Keycloak of one test's own, with the demonstration's realm, that can be stopped and started
 * again.
 *
 * <p>Fails with {@link StartFailure}.
 */
public final class OwnKeycloak implements AutoCloseable {
  private static final String FOLDER_PREFIX = "sightline-test-keycloak-";

  private final Path home;
  private final HomeLock lock;
  private final KeycloakProgram program;
  private final TestKeycloak people;
  private KeycloakServer server;

  private OwnKeycloak(
      Path home,
      HomeLock lock,
      KeycloakProgram program,
      KeycloakServer server,
      TestKeycloak people) {
    this.home = home;
    this.lock = lock;
    this.program = program;
    this.server = server;
    this.people = people;
  }

  /** A new one at a free port: ten seconds, a minute on a new machine. */
  public static OwnKeycloak start() {
    try {
      TestFolders.removeLeftovers(FOLDER_PREFIX, home -> EarlierKeycloak.clear(home, line -> {}));
      Path home = Files.createTempDirectory(FOLDER_PREFIX);
      HomeLock lock = HomeLock.claim(home);
      Repository repository = Repository.ofThisProcess();
      String provisioner = Secrets.kept(repository.kept().resolve("keycloak-secret"));
      String administrator = Secrets.kept(repository.kept().resolve("keycloak-test-secret"));
      RealmData realm = RealmData.ofTests(provisioner, TestKeycloak.ADMINISTRATOR, administrator);
      KeycloakProgram program = KeycloakProgram.preparedIn(repository, System.out::println);
      KeycloakHome.make(home, program);
      KeycloakHome.requireData(home, realm, program, System.out::println);
      KeycloakServer server = KeycloakServer.start(home, program, 0);
      TestKeycloak people = new TestKeycloak(server.awaitAddress(), provisioner, administrator);
      return new OwnKeycloak(home, lock, program, server, people);
    } catch (IOException e) {
      throw Disk.failure("make a folder for tests", Path.of("."), e);
    }
  }

  /** Who can be asked for tokens, while it runs. */
  public TestKeycloak people() {
    return people;
  }

  /** Returns when it has ended. */
  public void stop() {
    server.close();
  }

  /** Starts what was stopped, at the same port, and returns when it answers. */
  public void startAgain() {
    server = KeycloakServer.start(home, program, URI.create(people.baseUrl()).getPort());
    String _ = server.awaitAddress();
  }

  @Override
  public void close() {
    server.close();
    lock.close();
    Disk.deleteTree(home);
  }
}
