/**
 * The members of an organisation: people, who are invited, and machine clients, which are made.
 *
 * <p>Their data owner decides who is one and what each may do; the database refuses again
 * underneath. A membership is what the database says at the moment of a request: Keycloak, told by
 * way of {@code access.keycloak}, only says who somebody is.
 */
@NullMarked
package org.sightline.access.member;

import org.jspecify.annotations.NullMarked;
