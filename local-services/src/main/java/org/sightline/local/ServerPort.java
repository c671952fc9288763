package org.sightline.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Free ports, and the sentence about one that is taken. */
final class ServerPort {
  private ServerPort() {}

  /**
   * The port this folder's server had last time, so that a saved connection still works, or
   * another.
   */
  static int choose(Path home) {
    Path file = home.resolve("port");
    try {
      int last = Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
      int port = isFree(InetAddress.getLoopbackAddress(), last) ? last : 0;
      if (port == 0) {
        port = anyFree();
        Files.writeString(file, Integer.toString(port));
      }
      return port;
    } catch (IOException e) {
      throw Disk.failure("choose a port", home, e);
    } catch (NumberFormatException e) {
      throw new StartFailure(file + " does not hold a port number: remove it.", e);
    }
  }

  /** Fails with a sentence when nothing can listen on Sightline's own port of its own address. */
  static void requireFree(Settings settings) {
    String host = settings.find(Settings.HOST).orElse("127.0.0.1");
    require(settings, Settings.PORT, 8080, host);
  }

  /** The port of our own Keycloak; fails with a sentence when nothing can listen there. */
  static int requireFreeForKeycloak(Settings settings) {
    return require(settings, KeycloakSettings.PORT, 8180, "127.0.0.1");
  }

  private static int require(Settings settings, String name, int unlessSet, String host) {
    String setting = Settings.environmentName(name);
    String port = settings.find(name).orElse(Integer.toString(unlessSet));
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
      throw new StartFailure(
          "%s is \"%s\" and must be a port from 1 to 65535.".formatted(setting, port));
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(port)));
      return Integer.parseInt(port);
    } catch (UnknownHostException e) {
      throw new StartFailure(
          "%s is \"%s\", which is no address of this machine."
              .formatted(Settings.environmentName(Settings.HOST), host),
          e);
    } catch (IOException e) {
      String another = setting + "=" + (unlessSet + 1);
      throw new StartFailure(refused(host, port, another, String.valueOf(e.getMessage())), e);
    }
  }

  private static String refused(String host, String port, String another, String cause) {
    return cause.toLowerCase(Locale.ROOT).contains("in use")
        ? "Port %s is in use: stop what uses it, or choose another by %s.".formatted(port, another)
        : "Port %s of %s cannot be opened (%s): choose others by %s and %s."
            .formatted(port, host, cause, Settings.environmentName(Settings.HOST), another);
  }

  private static boolean isFree(InetAddress address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(address, port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int anyFree() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
