/**
 * What Sightline does in Keycloak by its admin REST API: organisations, invitations and machine
 * clients.
 *
 * <p>It signs in as the provisioner, a service account of few rights. Every call has a time limit,
 * and every call can be made again: what is there already is found, what is gone is gone. It grants
 * nothing: what somebody may see is decided by the database.
 */
@NullMarked
package org.sightline.access.keycloak;

import org.jspecify.annotations.NullMarked;
