package org.sightline.access;

import static org.sightline.access.MutationCase.Outcome.DONE;
import static org.sightline.access.MutationCase.Outcome.DONE_ELSEWHERE;
import static org.sightline.access.MutationCase.Outcome.TOLD;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.sightline.graphql.GlobalId;

/**
 * One mutation, and what comes of it for whom.
 *
 * @param input made anew for each caller, after what it is about
 * @param outcomes of those who are not forbidden
 */
record MutationCase(
    String mutation, Function<Partners, String> input, Map<String, Outcome> outcomes) {
  private static final String HULL = "hull-owner";
  private static final String YORK = "york-owner";
  private static final String YORKSHIRE = "yorkshire-owner";
  private static final Map<String, Outcome> EVERY_DATA_OWNER =
      Map.of(HULL, DONE, YORK, DONE, YORKSHIRE, DONE);
  private static final Map<String, Outcome> BOTH_SIDES =
      Map.of(HULL, DONE, YORKSHIRE, DONE, YORK, TOLD);
  private static final Map<String, Outcome> HULL_ALONE =
      Map.of(HULL, DONE, YORKSHIRE, TOLD, YORK, TOLD);
  private static final Map<String, Outcome> OPERATORS = Map.of("operator", DONE);
  private static final Map<String, Outcome> EVERYBODY_BUT_OPERATORS =
      Map.of(
          "hull-analyst",
          DONE,
          "hull-contributor",
          DONE,
          "hull-machine",
          DONE,
          HULL,
          DONE,
          YORK,
          DONE,
          YORKSHIRE,
          DONE,
          "dfe-adviser",
          DONE);
  private static final Map<String, Outcome> EVERYBODY_OF_HULL =
      Map.of(
          "hull-analyst",
          DONE,
          "hull-contributor",
          DONE,
          "hull-machine",
          DONE,
          HULL,
          DONE,
          YORK,
          TOLD,
          YORKSHIRE,
          TOLD,
          "dfe-adviser",
          TOLD);
  private static final String TERMS = "purpose: \"comparison\", scope: {datasets: [INDICATORS]}";

  /** What comes of it. */
  enum Outcome {
    /** It is done. */
    DONE,
    /** It is done in Keycloak, and there only. */
    DONE_ELSEWHERE,
    /** The payload says what is wrong. */
    TOLD,
    /** There is no data, and an error with the code FORBIDDEN. */
    FORBIDDEN
  }

  /** Every mutation of the schema. */
  static List<MutationCase> all() {
    List<MutationCase> all = new ArrayList<>(agreements());
    all.addAll(protocols());
    all.addAll(members());
    all.addAll(onboardings());
    all.addAll(ReportMutationCases.all());
    all.add(
        new MutationCase(
            "setRegionalBodyCouncils",
            _ -> "{code: \"yorkshire\", councils: [\"810\", \"816\"], from: \"2026-04-01\"}",
            OPERATORS));
    all.addAll(PlanMutationCases.all());
    all.addAll(GovernanceMutationCases.all());
    all.addAll(inspections());
    all.add(new MutationCase("changeAccessClass", MutationCase::released, HULL_ALONE));
    all.add(
        new MutationCase(
            "saveCouncilGroup",
            _ -> "{name: \"Three\", councils: [\"810\", \"816\", \"884\"]}",
            EVERYBODY_BUT_OPERATORS));
    all.add(
        new MutationCase(
            "removeCouncilGroup",
            partners -> "{id: \"%s\"}".formatted(group(partners)),
            EVERYBODY_OF_HULL));
    return all;
  }

  private static List<MutationCase> agreements() {
    return List.of(
        new MutationCase(
            "proposeSharingAgreement",
            _ -> "{owner: \"e06000010\", recipient: \"yorkshire\", " + TERMS + "}",
            BOTH_SIDES),
        new MutationCase(
            "signSharingAgreement",
            partners -> signed(partners.proposal("yorkshire", "")),
            BOTH_SIDES),
        new MutationCase(
            "revokeSharingAgreement",
            partners ->
                "{id: \"%s\", because: \"over\"}".formatted(partners.proposal("yorkshire", "")),
            BOTH_SIDES));
  }

  private static List<MutationCase> protocols() {
    return List.of(
        new MutationCase(
            "proposeSharingProtocol",
            _ -> "{name: \"Family\", text: \"We share.\", invited: [\"e06000019\"], " + TERMS + "}",
            EVERY_DATA_OWNER),
        new MutationCase(
            "inviteToSharingProtocol",
            partners -> "{id: \"%s\", invited: [\"e06000019\"]}".formatted(protocol(partners)),
            HULL_ALONE),
        new MutationCase("signSharingProtocol", partners -> signed(protocol(partners)), BOTH_SIDES),
        new MutationCase(
            "leaveSharingProtocol",
            partners -> "{id: \"%s\"}".formatted(protocol(partners)),
            BOTH_SIDES));
  }

  private static List<MutationCase> members() {
    return List.of(
        new MutationCase(
            "inviteMember",
            _ -> "{name: \"New Person\", email: \"%s\", roles: [ANALYST]}".formatted(newAddress()),
            EVERY_DATA_OWNER),
        new MutationCase(
            "createMachineMember", _ -> "{name: \"Tool\", roles: [ANALYST]}", EVERY_DATA_OWNER),
        new MutationCase(
            "rotateMachineSecret",
            partners -> "{id: \"%s\"}".formatted(machine(partners)),
            Map.of(HULL, DONE_ELSEWHERE, YORKSHIRE, TOLD, YORK, TOLD)),
        new MutationCase(
            "changeMemberRoles",
            partners ->
                "{id: \"%s\", version: 0, roles: [CONTRIBUTOR]}".formatted(person(partners)),
            HULL_ALONE),
        new MutationCase(
            "revokeMember", partners -> "{id: \"%s\"}".formatted(person(partners)), HULL_ALONE));
  }

  private static List<MutationCase> inspections() {
    Map<String, Outcome> hullsContributor = Map.of("hull-contributor", DONE);
    return List.of(
        new MutationCase(
            "recordInspection",
            _ ->
                "{type: \"annual-engagement-meeting\", firstDay: \"2025-02-03\", source: {title: \"Minutes\"}}",
            hullsContributor),
        new MutationCase(
            "amendInspection",
            partners ->
                "{id: \"%s\", version: 0, outcome: \"Another\"}"
                    .formatted(id("Inspection", inspection(partners))),
            hullsContributor),
        new MutationCase(
            "recordFindings",
            partners ->
                "{inspection: \"%s\", findings: [{kind: STRENGTH, text: \"Kind\", source: \"Minutes\"}]}"
                    .formatted(id("Inspection", inspection(partners))),
            hullsContributor),
        new MutationCase(
            "amendFinding",
            partners ->
                "{id: \"%s\", version: 0, text: \"Another\"}"
                    .formatted(id("Finding", finding(partners))),
            hullsContributor),
        new MutationCase(
            "changeRecordAccess",
            partners ->
                "{id: \"%s\", accessClass: SHARED}"
                    .formatted(id("Inspection", inspection(partners))),
            HULL_ALONE));
  }

  private static String id(String type, String key) {
    return new GlobalId(type, key).encoded();
  }

  /** A meeting that Hull keeps to itself; its key. */
  private static String inspection(Partners partners) {
    return partners
        .texts(
            """
            WITH added AS (
              INSERT INTO inspection (council_id, framework_code, owner_organisation_id, access_class)
              SELECT council_id, 'ilacs', id, 'COUNCIL_ONLY' FROM organisation WHERE id = 1
              RETURNING id, owner_organisation_id),
            source AS (
              INSERT INTO inspection_source (code, kind, title, publisher, owner_organisation_id)
              SELECT gen_random_uuid()::text, 'OWN_RECORD', 'Minutes', 'Hull', owner_organisation_id FROM added
              RETURNING id)
            INSERT INTO inspection_account (inspection_id, source_id, owner_key, type_code, starts_on)
            SELECT added.id, source.id, owner_organisation_id, 'annual-engagement-meeting', '2025-02-03'
            FROM added, source RETURNING inspection_id
            """)
        .getFirst();
  }

  /** A finding that Hull keeps to itself; its key. */
  private static String finding(Partners partners) {
    return partners
        .texts(
            """
            INSERT INTO finding (inspection_id, council_id, owner_organisation_id, access_class, kind, text, source)
            SELECT id, council_id, 1, 'COUNCIL_ONLY', 'STRENGTH', 'Kind', 'Minutes' FROM inspection WHERE id = %s RETURNING id
            """
                .formatted(inspection(partners)))
        .getFirst();
  }

  private static List<MutationCase> onboardings() {
    return List.of(
        new MutationCase(
            "onboardCouncil", _ -> "{council: \"E08000019\", " + firstDataOwner() + "}", OPERATORS),
        new MutationCase(
            "onboardOrganisation", _ -> organisation("north", firstDataOwner()), OPERATORS),
        new MutationCase("undoOnboarding", partners -> halfDone(partners, "south"), OPERATORS));
  }

  @Override
  public String toString() {
    return mutation;
  }

  private static String signed(String id) {
    return "{id: \"%s\", signedAs: \"Director\"}".formatted(id);
  }

  /** One that Hull convenes and the partnership is invited to. */
  private static String protocol(Partners partners) {
    return partners
        .change(
            Partners.HULL_OWNER,
            "proposeSharingProtocol",
            "{name: \"Family\", text: \"We share.\", invited: [\"yorkshire\"], openTo: [COUNCIL, REGIONAL_BODY], "
                + TERMS
                + "}",
            "sharingProtocol { id }")
        .at("/sharingProtocol/id")
        .asText();
  }

  /** One that Hull has saved. */
  private static String group(Partners partners) {
    return partners
        .change(
            Partners.HULL_OWNER,
            "saveCouncilGroup",
            "{name: \"To remove\", councils: [\"810\"]}",
            "savedGroup { id }")
        .at("/savedGroup/id")
        .asText();
  }

  /** A machine client of Hull that is in Keycloak too. */
  private static String machine(Partners partners) {
    return partners
        .change(
            Partners.HULL_OWNER,
            "createMachineMember",
            "{name: \"Tool\", roles: [ANALYST]}",
            "member { id }")
        .at("/member/id")
        .asText();
  }

  /** A member of Hull who has signed in, whom nobody here asks as. */
  private static String person(Partners partners) {
    String address = newAddress();
    return new GlobalId(
            "Member",
            partners
                .texts(
                    """
                    INSERT INTO member (organisation_id, organisation_kind, kind, subject, name, email, roles, accepted_at)
                    VALUES (1, 'COUNCIL', 'PERSON', '%s', 'Colleague', '%s', '{analyst}', now()) RETURNING id
                    """
                        .formatted(address, address))
                .getFirst())
        .encoded();
  }

  private static String newAddress() {
    return UUID.randomUUID() + "@example.org";
  }

  private static String firstDataOwner() {
    return firstDataOwner(newAddress());
  }

  private static String firstDataOwner(String address) {
    return "firstDataOwner: {name: \"First Owner\", email: \"%s\"}".formatted(address);
  }

  private static String organisation(String code, String firstDataOwner) {
    return "{code: \"%s\", name: \"The %s\", kind: REGIONAL_BODY, %s}"
        .formatted(code, code, firstDataOwner);
  }

  /** It stops half-way because its first data owner is Hull's. */
  private static String halfDone(Partners partners, String code) {
    String stopped =
        partners
            .change(
                Partners.OPERATOR,
                "onboardOrganisation",
                organisation(code, firstDataOwner("hull-owner@example.org")),
                "stoppedBecause")
            .path("stoppedBecause")
            .asText();
    if (!stopped.contains("of another organisation")) {
      throw new AssertionError("The onboarding has not stopped half-way: " + stopped);
    }
    return "{code: \"%s\"}".formatted(code);
  }

  /** A release that Hull keeps to itself. */
  private static String released(Partners partners) {
    String code = "release-" + UUID.randomUUID();
    String key =
        partners
            .texts(
                """
                WITH added AS (
                  INSERT INTO release (code, publication, title, published_on, source, owner_organisation_id)
                  VALUES ('%s', 'monthly', 'Hull', '2025-04-30', 'a test', 1) RETURNING id)
                INSERT INTO edition (release_id, table_code, access_class, owner_organisation_id)
                SELECT id, 'own', 'COUNCIL_ONLY', 1 FROM added RETURNING release_id
                """
                    .formatted(code))
            .getFirst();
    return "{releaseId: \"%s\", expectedClass: COUNCIL_ONLY, accessClass: SHARED}"
        .formatted(new GlobalId("Release", key).encoded());
  }
}
