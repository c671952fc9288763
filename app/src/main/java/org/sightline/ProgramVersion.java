package org.sightline;

import picocli.CommandLine.IVersionProvider;

/** The version, from the jar; "development" where the classes are not in a jar. */
final class ProgramVersion implements IVersionProvider {
  static String text() {
    String version = Sightline.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  @Override
  public String[] getVersion() {
    return new String[] {"Sightline " + text()};
  }
}
