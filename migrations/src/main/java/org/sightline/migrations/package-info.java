/**
 * Brings a database to the present: roles, tables, policies, then the reference data and the
 * indicator definitions.
 *
 * <p>Runs as the tables' owner, before the service starts or as a job of its own; the service
 * itself never has the owner's password.
 */
@NullMarked
package org.sightline.migrations;

import org.jspecify.annotations.NullMarked;
