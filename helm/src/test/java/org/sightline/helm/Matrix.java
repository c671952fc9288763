package org.sightline.helm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values over which every manifest is checked: by name, each as an operator might combine them. */
final class Matrix {
  /** Each switch of the chart, and what else it needs to be on. */
  private static final Map<String, List<String>> SWITCHES = switches();

  /** One value after the other, in place of the chart's own. */
  private static final List<String> CHOICES =
      List.of(
          "service: {type: NodePort, tls: {endsBefore: true}}",
          "service: {type: LoadBalancer, tls: {endsBefore: true}}",
          "networkPolicy.dnsPort: 5353",
          "accessLog.detach: {enabled: true, schedule: \"0,30 */2 1-7 1-12/3 0-6\"}",
          "accessLog.detach: {enabled: true, schedule: \"@monthly\"}",
          "temporaryFiles.sizeLimit: 5Gi",
          "monitoring.serviceMonitor: {enabled: true, interval: 1m, scrapeTimeout: 60s}",
          "topologySpread.zones: DoNotSchedule",
          "topologySpread.zones: \"\"",
          "topologySpread.nodes: \"\"",
          "fullnameOverride: councils-of-the-north-and-the-midlands",
          "replicas: 1",
          "logs: TEXT",
          "drain.delaySeconds: 0",
          "ingress.hosts: [\"*.sightline.example\"]",
          "ingress.tls: {secret: \"\", endsBefore: true}",
          "ingress.className: \"\"",
          "image.digest: sha256:%s".formatted("0a".repeat(32)),
          "resources.limits: {memory: 2Gi, cpu: \"2\"}",
          "tolerations: [{operator: Exists}]",
          "limits: {BODY_BYTES: 2097152, REQUEST_TIMEOUT: 4s}",
          "monitoring.dashboard.enabled: true",
          "serviceAccount: {create: false, name: a, migrationName: b}",
          "networkPolicy.databaseTo: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]",
          "cursorKey.before.secret: former-key",
          "keycloak.provisioner.secret: provisioner",
          "java.trustStore.configMap: authorities",
          "java.options: -Xlog:gc",
          "java.options: -Xmx700m -Dfile.encoding=UTF-8",
          "definitions: {configMap: own, items: [{key: a.yaml, path: mappings/a.yaml}]}",
          "definitions.persistentVolumeClaim: own");

  private Matrix() {}

  static Stream<Case> cases() {
    Stream<Case> given =
        Stream.of("quickstart", "everything", "external")
            .map(name -> new Case(name, Values.given(name)));
    Stream<Case> on =
        SWITCHES.entrySet().stream()
            .map(
                entry -> new Case(entry.getKey() + " on", with(Values.fewest(), entry.getValue())));
    Stream<Case> off =
        Stream.of("quickstart", "everything")
            .flatMap(
                base ->
                    SWITCHES.keySet().stream()
                        .map(
                            name ->
                                new Case(
                                    "%s off of %s".formatted(name, base),
                                    Values.given(base).with(name, "false"))));
    Stream<Case> chosen =
        CHOICES.stream().map(choice -> new Case(choice, with(Values.fewest(), List.of(choice))));
    return Stream.of(given, on, off, chosen).flatMap(part -> part);
  }

  /** By name, in the order in which they stand in the values. */
  private static Map<String, List<String>> switches() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String plain :
        List.of(
            "migration.enabled",
            "accessLog.detach.enabled",
            "ingress.enabled",
            "podDisruptionBudget.enabled",
            "networkPolicy.enabled",
            "monitoring.serviceMonitor.enabled",
            "monitoring.dashboard.enabled")) {
      all.put(plain, List.of(plain + ": true"));
    }
    all.put(
        "tracing.enabled",
        List.of("tracing.enabled: true", "tracing.endpoint: http://collector:4318"));
    all.put(
        "monitoring.alerts.enabled",
        List.of(
            "monitoring.alerts.enabled: true",
            "monitoring.alerts.runbooks: https://handbook.example/runbooks"));
    // Four instances, and one more while they are replaced, want more than is usual.
    all.put(
        "autoscaling.enabled",
        List.of("autoscaling.enabled: true", "database.serverConnections: 200"));
    return all;
  }

  static List<String> switchNames() {
    return List.copyOf(SWITCHES.keySet());
  }

  private static Values with(Values base, List<String> changes) {
    Values result = base;
    for (String change : changes) {
      int colon = change.indexOf(": ");
      result = result.with(change.substring(0, colon), change.substring(colon + 2));
    }
    return result;
  }

  /** Values by name. */
  record Case(String name, Values values) {
    @Override
    public String toString() {
      return name;
    }
  }
}
