/**
 * A real PostgreSQL and a real Keycloak on this machine, for {@code mvn} and for tests.
 *
 * <p>{@link org.sightline.local.LocalPostgres} alone decides which one: the server whose JDBC
 * settings are given, a container, or the embedded binaries. {@link
 * org.sightline.local.TestPostgres} and {@link org.sightline.local.TestKeycloak} are what tests
 * use; {@link org.sightline.local.Launcher} is what {@code mvn} runs. Nothing here is in the
 * production jar, and nothing here knows a table of Sightline's.
 */
@NullMarked
package org.sightline.local;

import org.jspecify.annotations.NullMarked;
