package org.sightline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sightline.SharedWorld;
import org.sightline.graphql.GlobalId;
import org.sightline.tenancy.Viewer;

/**
 * What is asked about members and sharing is filtered by the statements, and guarded underneath.
 */
class AccessFiltersTest {
  @Test
  void theStatementsAloneGiveTheSameAnswers() {
    try (Partners partners = new Partners()) {
      arrange(partners);
      List<String> guarded = answers(partners);

      try (SharedWorld world = new SharedWorld(partners.sightline().database())) {
        world.withoutRowLevelSecurity();
      }

      assertThat(answers(partners)).isEqualTo(guarded);
      // They are not all alike: one who sees nothing proves nothing.
      assertThat(guarded.getFirst().lines().findFirst().orElseThrow()).doesNotContain("errors");
      assertThat(guarded.stream().distinct().count()).isGreaterThan(5);
    }
  }

  /**
   * Agreements over all and of one person, a protocol that one has left, and one half onboarded.
   */
  private static void arrange(Partners partners) {
    String _ = partners.liveAgreement("yorkshire", Partners.YORKSHIRE_OWNER, "");
    String _ =
        partners.proposal(
            "dfe",
            "scope: {datasets: [PLANS]}, person: \"%s\""
                .formatted(new GlobalId("Member", "11").encoded()));
    partners.execute(
        """
        INSERT INTO sharing_protocol (id, convenor_organisation_id, name, text, purpose, datasets, reciprocal,
          onward_publication, foi_answered_by, valid_from, valid_to, proposed_by)
        VALUES (900, 4, 'Family', 'We share.', 'a test', '{PLANS}', false, 'NONE', 'OWNER', now(), now() + interval '1 year', 9);
        INSERT INTO sharing_protocol_party (protocol_id, organisation_id, organisation_kind, invited_by, signed_by,
          signed_by_name, signed_as, signed_at, left_by, left_by_name, left_at)
        VALUES (900, 1, 'COUNCIL', 9, 1, 'Hull Owner', 'Director', now(), NULL, NULL, NULL),
          (900, 2, 'COUNCIL', 9, 6, 'York Owner', 'Director', now(), 6, 'York Owner', now());
        INSERT INTO organisation (id, kind, name, code) VALUES (90, 'REGIONAL_BODY', 'Half done', 'half-done');
        INSERT INTO member (id, organisation_id, organisation_kind, kind, name, email, roles, invited_by)
        VALUES (90, 90, 'REGIONAL_BODY', 'PERSON', 'Half Done', 'half@done.example', '{analyst,data-owner}', 15);
        INSERT INTO saved_group (id, owner_organisation_id, name, council_ids, created_by, created_by_name)
        SELECT id, id, 'Of ' || name, (SELECT array_agg(council_id) FROM organisation WHERE council_id IS NOT NULL),
          (SELECT min(member.id) FROM member WHERE organisation_id = organisation.id), 'Somebody' FROM organisation;
        INSERT INTO regional_body_council (organisation_id, council_id, valid_from)
        SELECT body.id, council.council_id, '2009-01-01' FROM organisation AS body, organisation AS council
        WHERE body.kind = 'REGIONAL_BODY' AND council.kind = 'COUNCIL';
        """);
  }

  private static List<String> answers(Partners partners) {
    return Stream.of(
            Partners.HULL_OWNER,
            Partners.HULL_ANALYST,
            Partners.YORK_OWNER,
            Partners.HEREFORDSHIRE_OWNER,
            Partners.YORKSHIRE_OWNER,
            Partners.YORKSHIRE_ANALYST,
            Partners.DFE_ADVISER,
            Partners.DFE_OTHER_ADVISER,
            Partners.DFE_OWNER,
            Partners.OPERATOR,
            Viewer.ANONYMOUS)
        .map(
            viewer ->
                Stream.concat(Stream.of(document()), groups())
                    .map(asked -> partners.answer(viewer, asked).toString())
                    .collect(Collectors.joining("\n")))
        .toList();
  }

  private static String document() {
    return """
        { organisations { code advisers { name } }
          sharingAgreements(first: 100) { totalCount edges { node { id person { name } owner { code } recipient { code }
            signatures { name } proposedBy } } }
          savedGroups { id name councils { code } }
          sharingProtocols { id name convenor { code } parties { organisation { code } signedBy } }
          %s }
        """
        .formatted(nodes());
  }

  /** Members of every kind, and every organisation, by id: in sight or not. */
  private static String nodes() {
    Stream<String> members =
        Stream.of(1, 2, 5, 6, 9, 10, 11, 12, 13, 14, 15, 90)
            .map(key -> node("member", "Member", key));
    Stream<String> organisations =
        Stream.of(1, 2, 3, 4, 5, 6, 90).map(key -> node("body", "Organisation", key));
    Stream<String> groups =
        Stream.of(1, 2, 3, 4, 5, 6, 90).map(key -> node("group", "SavedGroup", key));
    return Stream.of(members, organisations, groups)
        .flatMap(one -> one)
        .collect(Collectors.joining());
  }

  /** Groups of councils by what has an owner: one that is nothing is an error of its document. */
  private static Stream<String> groups() {
    return Stream.of(
        group("protocol", "SharingProtocol", 900),
        group("regionalBody", "Organisation", 4),
        group("regionalBody", "Organisation", 90),
        group("regionalBody", "Organisation", 1),
        group("saved", "SavedGroup", 1),
        group("saved", "SavedGroup", 2));
  }

  private static String group(String field, String type, int key) {
    return "{ councils(in: {%s: \"%s\"}) { code } }"
        .formatted(field, new GlobalId(type, String.valueOf(key)).encoded());
  }

  private static String node(String name, String type, int key) {
    return "%s%d: node(id: \"%s\") { ... on %s { name } }\n"
        .formatted(name, key, new GlobalId(type, String.valueOf(key)).encoded(), type);
  }
}
