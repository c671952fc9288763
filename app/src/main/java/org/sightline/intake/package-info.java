/**
 * Files in: reads an official file as it was published, or a council's own return or plan, checks
 * every row, and writes what holds, all or nothing.
 *
 * <p>Owns the import runs with their progress and reports, the rejections, the access class of an
 * upload and its history, the command line's {@code import} and the HTTP addresses {@code /imports}
 * and {@code /mappings}. Official files are written as the role for official releases, returns as
 * the app's role bound to their contributor, so that the database holds them to their own council.
 */
@NullMarked
package org.sightline.intake;

import org.jspecify.annotations.NullMarked;
