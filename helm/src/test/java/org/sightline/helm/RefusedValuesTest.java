package org.sightline.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that operators make. Each is refused, and what is said leads to the value. */
final class RefusedValuesTest {
  /** The chart's own sentences. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "database.host | '\"\"' | database.host is not set: give the name of the PostgreSQL server",
        "database.host | jdbc:postgresql://db/sightline | database.host is 'jdbc:postgresql://db/sightline', which is no server's name",
        "database.host | db.example:5432 | database.host is 'db.example:5432', which is no server's name",
        "database.tls.certificateAuthority.secret | '\"\"' | names neither a secret nor a configMap",
        "database.tls.certificateAuthority.configMap | authorities | names a secret and a configMap: keep one",
        "database.app.username | sightline | must be three roles: the service must not sign in as the owner",
        "database.connections | 40 | 2 instances, and two more while they are replaced, want 176 connections of PostgreSQL, which has 100",
        "replicas | 5 | 5 instances, and two more while they are replaced, want 140 connections",
        "keycloak.issuer | '\"\"' | keycloak.issuer is not set: give the realm's address",
        "keycloak.issuer | http://keycloak.example/realms/sightline | must be an address that begins with https://",
        "keycloak.issuer | keycloak.example | must be an address that begins with https://",
        "keycloak.issuer | https://keycloak.example/realms/sightline/ | must end with /realms/ and the realm's name, without a slash after it",
        "keycloak.issuer | https://keycloak.example/auth | must end with /realms/ and the realm's name",
        "autoscaling | {enabled: true, minReplicas: 3, maxReplicas: 2} | autoscaling.maxReplicas is 2 and must not be less than autoscaling.minReplicas, 3",
        "podDisruptionBudget.maxUnavailable | 2 | 2 of 2 instances: nobody would answer while nodes are emptied",
        "terminationGracePeriodSeconds | 30 | terminationGracePeriodSeconds is 30 and must not be less than drain.delaySeconds, drain.timeoutSeconds and 20 together, 60",
        "definitions | {configMap: own, persistentVolumeClaim: own} | definitions names a configMap and a persistentVolumeClaim: keep one",
        "definitions.configMap | own | definitions.items is empty: say for each key",
        "serviceAccount.create | false | serviceAccount.migrationName is not set, and serviceAccount.create is false",
        "ingress.hosts | [] | ingress.hosts is empty: name at least one host",
        "ingress.hosts | ['https://sightline.example/'] | ingress.hosts has 'https://sightline.example/', which is no host's name",
        "ingress.tls.secret | '\"\"' | ingress.tls.secret is not set: figures and tokens must not travel readable",
        "service.type | LoadBalancer | service.type is LoadBalancer, by which the API is reached from outside without TLS",
        "service.type | NodePort | set service.tls.endsBefore to true",
        "resources.limits.memory | 512Mi | resources.limits.memory is 512Mi and must not be less than resources.requests.memory, 1Gi",
        "resources.limits.cpu | 100m | resources.limits.cpu is 100m and must not be less than resources.requests.cpu, 500m",
        "migration.resources.limits.memory | 500M | migration.resources.limits.memory is 500M and must not be less than",
        "temporaryFiles.sizeLimit | 1Gi | temporaryFiles.sizeLimit is 1Gi and must be 2Gi or more: one uploaded file may have 1 GB.",
        "temporaryFiles.sizeLimit | 6Gi | temporaryFiles.sizeLimit is 6Gi and must not be more than resources.limits.ephemeral-storage, 5Gi",
        "accessLog.detach.schedule | 0 24 2 * * | its hour, '24', is none: give numbers from 0 to 23",
        "accessLog.detach.schedule | 61 3 2 * * | its minute, '61', is none",
        "accessLog.detach.schedule | 0 3 0-32 * * | its day of the month, '0-32', is none: give numbers from 1 to 31",
        "accessLog.detach.schedule | 0 3 2 13/2 * | its month, '13/2', is none",
        "accessLog.detach.schedule | 0 3 2 * 5-2 | its day of the week, '5-2', is none: give numbers from 0 to 6",
        "accessLog.detach.schedule | '\"0,,9 08 2 * *\"' | its minute, '0,,9', is none",
        "monitoring.serviceMonitor | {enabled: true, scrapeTimeout: 1m} | scrapeTimeout is 1m and must not be more than monitoring.serviceMonitor.interval, 30s",
        "migration.statementTimeout | 1h | migration.statementTimeout is 1h and must not be more than migration.activeDeadlineSeconds, 840",
        "probes.startup.failureThreshold | 29 | probes.startup gives an instance 145 seconds to start, and must give it 150",
        "java.options | -Xmx1g | java.options has -Xmx1g and must leave room in resources.limits.memory, 1Gi",
        "java.options | -Xmx700m -XX:MaxRAMPercentage=50 | java.options has -Xmx and -XX:MaxRAMPercentage: keep one",
        "java.options | -Xlog:gc -Dsightline.database.app.password=geheim | java.options has -Dsightline...: a setting of Sightline's has a value of its own",
        "java.options | -Djavax.net.ssl.trustStore=a.p12 | java.options has -Djavax.net.ssl...: whose certificates Java trusts is said by java.trustStore",
        "image.tag | 1.10 | image.tag is a number to YAML, which takes 1.10 for 1.1: put it in quotes",
        "podLabels | {app.kubernetes.io/component: web} | podLabels has 'app.kubernetes.io/component', which the chart sets itself",
        "database.app.secret | Geheim! | database.app.secret is no secret's name: it names a secret that is there already",
        "database.owner.secret | '\"\"' | database.owner.secret is no secret's name",
        "cursorKey.key | 'Ge heim' | cursorKey.key is no key of a secret",
        "tracing.enabled | true | tracing.endpoint is '' and must be the collector's address",
        "monitoring.alerts.enabled | true | must be the address at which your people read docs/guides/runbooks.md",
      })
  void aMistakeIsRefusedWithASentence(String path, String value, String sentence) {
    assertThat(refusal(Values.fewest().with(path, value)))
        .contains(sentence)
        .containsPattern("\n- [^\n]+[.](\n|$)");
  }

  /** What the schema says by itself names the value and what is wrong with it. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "replicaCount | 3 | additional properties 'replicaCount' not allowed",
        "database.password | geheim | at '/database': additional properties 'password' not allowed",
        "database.app.password | geheim | at '/database/app': additional properties 'password' not allowed",
        "replicas | '\"3\"' | at '/replicas': got string, want integer",
        "replicas | 0 | at '/replicas': minimum: got 0, want 1",
        "database.port | 70000 | at '/database/port': maximum: got 70,000, want 65,535",
        "database.tls.mode | disable | at '/database/tls/mode': value must be one of 'verify-full', 'verify-ca'",
        "database.owner | ~ | missing property 'owner'",
        "image.pullPolicy | always | at '/image/pullPolicy': value must be one of 'Always', 'IfNotPresent', 'Never'",
        "anonymous | ALL | at '/anonymous': value must be one of 'NOTHING', 'PUBLISHED'",
        "limits | {DEEPNESS: 3} | at '/limits': additional properties 'DEEPNESS' not allowed",
        "limits | {STATEMENT_TIMEOUT: 2} | at '/limits/STATEMENT_TIMEOUT': got number, want string",
        "slowOperation | a second | at '/slowOperation': 'a second' does not match pattern",
        "ingress.enabled | '\"yes\"' | at '/ingress/enabled': got string, want boolean",
        "monitoring.alerts.disabled | [SightlineSlowly] | at '/monitoring/alerts/disabled/0': value must be one of",
        "resources.limits.memory | 1 GB | at '/resources/limits/memory': '1 GB' does not match pattern",
        "networkPolicy.ingressFrom | [] | at '/networkPolicy/ingressFrom': minItems: got 0, want 1",
        "podAnnotations | {a.b/c: 5} | at '/podAnnotations/a.b~1c': got number, want string",
      })
  void aMistakeOfShapeIsRefusedAtItsPlace(String path, String value, String message) {
    assertThat(refusal(Values.fewest().with(path, value))).contains(message);
  }

  /** Whoever writes it in the wrong place finds it in no log. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "database.app.secret   | Geheim!",
        "database.owner.key    | Geheim!",
        "keycloak.provisioner  | {secret: Geheim!}",
        "cursorKey.before.key  | Geheim!",
        "database.app.password | Geheim!",
        "java.options          | -Dsightline.cursor.key=Geheim!",
      })
  void aPasswordInTheWrongPlaceIsNotRepeated(String path, String value) {
    assertThat(refusal(Values.fewest().with(path, value))).doesNotContain("Geheim");
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    Values wrong =
        Values.fewest()
            .with("database.host", "\"\"")
            .with("keycloak.issuer", "\"\"")
            .with("ingress.hosts", "[]")
            .with("tracing.enabled", "true");

    assertThat(refusal(wrong).lines().filter(line -> line.startsWith("- "))).hasSize(4);
  }

  @Test
  void theChartWithoutAnyValueSaysWhichAreNeeded() {
    assertThat(refusal(Values.of("{replicas: 2}")))
        .contains("database.host is not set")
        .contains("database.tls.certificateAuthority names neither")
        .contains("keycloak.issuer is not set");
  }

  @Test
  void anOlderKubernetesIsRefused() {
    Throwable refusal = catchThrowable(() -> Chart.render(Values.fewest(), "1.28.9"));
    assertThat(refusal)
        .hasMessageContaining("chart requires kubeVersion: >=1.29.0-0 which is incompatible");
  }

  private static String refusal(Values values) {
    Throwable refusal = catchThrowable(() -> Chart.render(values));
    assertThat(refusal).isInstanceOf(IllegalStateException.class);
    return String.valueOf(refusal.getMessage());
  }
}
