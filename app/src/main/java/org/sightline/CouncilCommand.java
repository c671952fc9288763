package org.sightline;

import picocli.CommandLine.Command;

/** What an operator does with all data of one council. */
@Command(
    name = "council",
    description = "Hand out, or delete, all data of one council.",
    subcommands = {CouncilExportCommand.class, CouncilDeleteCommand.class},
    mixinStandardHelpOptions = true,
    versionProvider = ProgramVersion.class,
    usageHelpAutoWidth = true)
final class CouncilCommand {}
