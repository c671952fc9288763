/**
 * Checks the tokens that Keycloak issues, and says whom they stand for.
 *
 * <p>Knows the issuer's keys, refuses every token but an access token made for Sightline, and gives
 * a viewer that grants nothing: what somebody may see is read from the database. Touches no
 * database itself. HTTP asks it by {@link org.sightline.graphql.http.SignIn}; the command {@code
 * serve} waits for its keys.
 */
@NullMarked
package org.sightline.access.token;

import org.jspecify.annotations.NullMarked;
