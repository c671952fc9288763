/**
 * Official files in: reads a file as it was published, checks every row, and writes what holds as
 * one edition of a statistical table, all or nothing.
 *
 * <p>Owns the import runs with their progress and reports, the rejections, the command line's
 * {@code import} and the HTTP addresses {@code /imports} and {@code /mappings}. Writes periods,
 * breakdowns, editions and observations as the role for official releases. Called by the program's
 * start ({@link org.sightline.intake.FirstRun}, {@link org.sightline.intake.ImportCommand}) and by
 * an operator over HTTP; no other room needs it.
 */
@NullMarked
package org.sightline.intake;

import org.jspecify.annotations.NullMarked;
