package org.sightline;

/**
 * How to sign in as the people of the demonstration, who are in the realm of the local Keycloak and
 * nowhere else.
 *
 * @param issuer the realm's address
 * @param client what may exchange a name and a password for a token, in this realm only
 */
record DemonstrationSignIn(String issuer, String client) {
  private static final String PEOPLE =
      """

      People of the demonstration, each with the password "demonstration":

        hull-analyst        Hannah Lowe    Hull, reads and compares (also herefordshire-analyst, york-analyst)
        hull-contributor    Hugo Marsh     Hull, uploads (also herefordshire-, york-)
        hull-owner          Helen Frost    Hull, signs agreements, reads the access log (also herefordshire-, york-)
        yorkshire-partner   Grace Holt     regional partner of Yorkshire and The Humber
        dfe-adviser         Amara Obi      adviser of the Department for Education
        operator            Sam Carter     operates Sightline, sees published figures only
        northmere-partner   Nora Finch     partner of eight invented councils, such as that of ashmere-owner
      """;

  String text(String address, String query) {
    return PEOPLE + questions(address, query) + upload(address);
  }

  /** For a POSIX shell with nothing but curl and sed. */
  private String questions(String address, String query) {
    return """

    Sign in as three of them, and ask Sightline who they are:

    for WHO in hull-analyst yorkshire-partner dfe-adviser; do
      TOKEN=$(curl -s %1$s/protocol/openid-connect/token -d grant_type=password -d client_id=%2$s -d username=$WHO -d password=demonstration | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
      curl -s %3$s/graphql -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"query": "{ viewer { name organisation { name } roles } }"}'; echo
    done

    The same $TOKEN, good for five minutes, asks any other question:

    curl -s %3$s/graphql -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' -d '{"query": "%4$s"}'
    """
        .formatted(issuer, client, address, query);
  }

  /** Of an invented council: nothing is made up about a real one. */
  private String upload(String address) {
    return """

    Bring in a council's own figure for November as its contributor, shared with its partners, and see what came of it:

    TOKEN=$(curl -s %1$s/protocol/openid-connect/token -d grant_type=password -d client_id=%2$s -d username=ashmere-owner -d password=demonstration | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
    printf 'indicator,period,value\\ncontacts-received,2026-11,690\\n' | curl -s %3$s/imports -H "Authorization: Bearer $TOKEN" -F accessClass=SHARED -F 'file=@-;filename=november.csv'; echo
    sleep 2; curl -s %3$s/imports -H "Authorization: Bearer $TOKEN"; echo
    """
        .formatted(issuer, client, address);
  }
}
