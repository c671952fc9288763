/**
 * Makes organisations: an operator's work, in the database and in Keycloak together.
 *
 * <p>Each step is committed before the next begins, so that a crash leaves something that is seen,
 * and that the same call completes or another undoes. An organisation counts for nothing until its
 * first data owner has signed in.
 */
@NullMarked
package org.sightline.access.onboarding;

import org.jspecify.annotations.NullMarked;
