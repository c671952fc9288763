package org.sightline.observation;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.operation.Answer;
import org.sightline.graphql.operation.Observed;
import org.sightline.graphql.operation.OperationObserver;
import org.sightline.tenancy.StatementTally;

/**
 * Sends a span of each operation, by OpenTelemetry's conventions for GraphQL servers, with one
 * below it for each of its first hundred statements. They are made when the operation has ended, of
 * what was measured, so that nothing but their sending costs time.
 */
@Singleton
@Requires(property = "sightline.otlp-endpoint")
final class Tracing implements OperationObserver {
  private static final AttributeKey<String> NAME = AttributeKey.stringKey("graphql.operation.name");
  private static final AttributeKey<String> TYPE = AttributeKey.stringKey("graphql.operation.type");
  private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  private static final AttributeKey<String> HASH =
      AttributeKey.stringKey("sightline.graphql.document.hash");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("sightline.outcome");
  private static final AttributeKey<String> REQUEST =
      AttributeKey.stringKey("sightline.request.id");
  private static final AttributeKey<Long> COST = AttributeKey.longKey("sightline.graphql.cost");
  private static final AttributeKey<Long> STATEMENTS =
      AttributeKey.longKey("sightline.db.statements");
  private static final AttributeKey<Long> ROWS = AttributeKey.longKey("sightline.db.rows");
  private static final AttributeKey<Long> MEMBER = AttributeKey.longKey("sightline.member.id");
  private static final AttributeKey<Long> ORGANISATION =
      AttributeKey.longKey("sightline.organisation.id");
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("db.system.name");
  private static final AttributeKey<String> TEXT = AttributeKey.stringKey("db.query.text");
  private static final AttributeKey<Long> RETURNED =
      AttributeKey.longKey("db.response.returned_rows");

  private final SdkTracerProvider provider;
  private final Tracer tracer;

  @Inject
  Tracing(@Value("${sightline.otlp-endpoint}") String endpoint) {
    this(OtlpHttpSpanExporter.builder().setEndpoint(traces(endpoint)).build());
  }

  /** A collector's address leads to all signals; that of traces is below it by OpenTelemetry. */
  static String traces(String endpoint) {
    String path = URI.create(endpoint).getPath();
    return path.isEmpty() || path.equals("/")
        ? endpoint.replaceFirst("/?$", "/v1/traces")
        : endpoint;
  }

  Tracing(SpanExporter exporter) {
    provider =
        SdkTracerProvider.builder()
            .setResource(
                Resource.getDefault()
                    .merge(
                        Resource.create(
                            Attributes.of(AttributeKey.stringKey("service.name"), "sightline"))))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
            .build();
    tracer = provider.get("org.sightline");
  }

  @Override
  public void ended(Observed observed) {
    String type = Words.type(observed);
    SpanBuilder builder =
        tracer
            .spanBuilder(observed.name().map(name -> type + " " + name).orElse(type))
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent(observed.traceParent()))
            .setStartTimestamp(observed.begun())
            .setAttribute(TYPE, type)
            .setAttribute(HASH, observed.documentHash())
            .setAttribute(OUTCOME, Words.outcome(observed))
            .setAttribute(REQUEST, observed.requestId())
            .setAttribute(COST, observed.cost())
            .setAttribute(STATEMENTS, (long) observed.statements().statements())
            .setAttribute(ROWS, observed.statements().rows());
    observed.name().ifPresent(name -> builder.setAttribute(NAME, name));
    observed.codes().stream().findFirst().ifPresent(code -> builder.setAttribute(ERROR, code));
    Optional.ofNullable(observed.member())
        .ifPresent(
            member ->
                builder
                    .setAttribute(MEMBER, (long) member.id())
                    .setAttribute(ORGANISATION, (long) member.organisationId()));
    Span span = builder.startSpan();
    if (observed.kind() == Answer.Kind.FAILED || observed.kind() == Answer.Kind.TOO_SLOW) {
      span.setStatus(StatusCode.ERROR);
    }
    Context above = Context.root().with(span);
    observed.statements().kept().forEach(sent -> statement(sent, above));
    span.end(observed.begun().plus(observed.took()));
  }

  private void statement(StatementTally.Sent sent, Context above) {
    tracer
        .spanBuilder("postgresql")
        .setSpanKind(SpanKind.CLIENT)
        .setParent(above)
        .setStartTimestamp(sent.begun())
        .setAttribute(SYSTEM, "postgresql")
        .setAttribute(TEXT, SlowOperations.oneLine(sent.sql()))
        .setAttribute(RETURNED, (long) sent.rows())
        .startSpan()
        .end(sent.begun().plus(sent.took()));
  }

  private static Context parent(@Nullable String traceParent) {
    return traceParent == null
        ? Context.root()
        : W3CTraceContextPropagator.getInstance()
            .extract(Context.root(), traceParent, TraceParent.ALONE);
  }

  /** The one header that is looked at. */
  private enum TraceParent implements TextMapGetter<String> {
    ALONE;

    private static final String HEADER = "traceparent";

    @Override
    public Iterable<String> keys(String carrier) {
      return List.of(HEADER);
    }

    @Override
    public @Nullable String get(@Nullable String carrier, String key) {
      return key.equals(HEADER) ? carrier : null;
    }
  }

  /** Sends what is left. */
  @PreDestroy
  void close() {
    provider.close();
  }
}
