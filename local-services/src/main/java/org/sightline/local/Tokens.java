package org.sightline.local;

/**
 * What Keycloak gives when somebody signs in; each is a signed JWT as compact text.
 *
 * @param access of type {@code at+jwt}, for the API
 * @param id says who has signed in, for the client only
 * @param refresh gets the next ones
 */
public record Tokens(String access, String id, String refresh) {}
