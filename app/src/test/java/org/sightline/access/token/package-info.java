/** Tokens against a real Keycloak, over real HTTP; and an issuer's moods against a fake one. */
@NullMarked
package org.sightline.access.token;

import org.jspecify.annotations.NullMarked;
