package org.sightline.local;

import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** A disposable PostgreSQL in a container; nothing of it is kept. */
final class ContainerServer implements PostgresServer {
  private final PostgreSQLContainer container;

  private ContainerServer(PostgreSQLContainer container) {
    this.container = container;
  }

  static ContainerServer start(String image) {
    PostgreSQLContainer container =
        new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
            .withDatabaseName("postgres")
            .withUsername("postgres")
            .withPassword(Secrets.random())
            .withCommand(
                "postgres",
                "-c",
                "fsync=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "max_connections=300");
    try {
      container.start();
      return new ContainerServer(container);
    } catch (RuntimeException e) {
      container.close();
      throw new StartFailure(
          ("Docker answers but the container %s does not start (%s): choose an image by %s, or set"
                  + " %s=embedded.")
              .formatted(
                  image,
                  e.getMessage(),
                  Settings.environmentName(Settings.POSTGRES_IMAGE),
                  Settings.environmentName(Settings.POSTGRES)),
          e);
    }
  }

  @Override
  public Login administrator() {
    return new Login(
        "jdbc:postgresql://%s:%d/postgres"
            .formatted(container.getHost(), container.getMappedPort(5432)),
        container.getUsername(),
        container.getPassword());
  }

  @Override
  public String description() {
    return "PostgreSQL in the container " + container.getDockerImageName();
  }

  @Override
  public void close() {
    container.stop();
  }
}
