package org.sightline.graphql.http;

import java.util.Optional;
import org.sightline.tenancy.Viewer;

/** Says for whom a bearer token stands. What a token is, its implementation knows. */
public interface SignIn {
  /**
   * Checks a token, without the database.
   *
   * @param token what the request shows, of whatever kind
   * @return its viewer; nothing when it is refused, for whatever reason
   * @throws SignInUnavailableException when nobody can say just now
   */
  Optional<Viewer> viewer(String token);
}
