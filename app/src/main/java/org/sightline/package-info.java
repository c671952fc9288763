/**
 * Sightline, the service: one program that serves the API, imports releases and migrates its
 * database.
 */
@NullMarked
package org.sightline;

import org.jspecify.annotations.NullMarked;
