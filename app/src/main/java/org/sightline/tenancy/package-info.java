/**
 * The only room that opens a transaction and binds the viewer to it.
 *
 * <p>Owns the connections to PostgreSQL: one as the app's role, which row-level security holds to
 * what the viewer may see, and one as the role that writes official releases. Every room's store
 * runs inside a transaction opened here; none of them touches a data source.
 */
@NullMarked
package org.sightline.tenancy;

import org.jspecify.annotations.NullMarked;
