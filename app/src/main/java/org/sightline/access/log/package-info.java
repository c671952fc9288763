/**
 * The access log as a data owner reads it: page by page, or all of it as CSV.
 *
 * <p>The room {@code tenancy} writes it. Here it is only read, and only the own organisation's. An
 * export reads page after page, each in a transaction of its own: no statement is long, a slow
 * client holds no connection, and who is revoked meanwhile gets no further.
 */
@NullMarked
package org.sightline.access.log;

import org.jspecify.annotations.NullMarked;
