package org.sightline;

import picocli.CommandLine.Command;

/** What an operator does with the access log. */
@Command(
    name = "access-log",
    description = "Look after the access log: who has read whose unpublished data.",
    subcommands = DetachCommand.class,
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    usageHelpAutoWidth = true)
final class AccessLogCommand {}
