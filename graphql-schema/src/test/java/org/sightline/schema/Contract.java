package org.sightline.schema;

import graphql.Directives;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.MockedWiringFactory;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.SchemaPrinter;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The schema's files of this module, read where they are written. */
public final class Contract {
  private static final Path FOLDER = Path.of("src/main/resources/sightline/schema");

  private Contract() {}

  static List<Path> files() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".graphqls")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One file's definitions. */
  static TypeDefinitionRegistry parse(Path file) {
    return new SchemaParser().parse(file.toFile());
  }

  /** All files as one schema, with nothing behind it. */
  public static GraphQLSchema schema() {
    TypeDefinitionRegistry merged = new TypeDefinitionRegistry();
    files().forEach(file -> merged.merge(parse(file)));
    return schema(merged);
  }

  /** A schema's text as a schema, with nothing behind it. */
  public static GraphQLSchema schema(String text) {
    return schema(new SchemaParser().parse(text));
  }

  private static GraphQLSchema schema(TypeDefinitionRegistry types) {
    RuntimeWiring.Builder wiring =
        RuntimeWiring.newRuntimeWiring().wiringFactory(new MockedWiringFactory());
    types.scalars().keySet().stream()
        .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
        .forEach(name -> wiring.scalar(scalar(name)));
    return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
  }

  /** The schema as one text, in the order of names: what is reviewed, and compared. */
  public static String printed() {
    return printed(schema());
  }

  /** Any schema in the same form. */
  public static String printed(GraphQLSchema schema) {
    SchemaPrinter.Options options =
        SchemaPrinter.Options.defaultOptions()
            .includeScalarTypes(true)
            .includeSchemaDefinition(true)
            .includeDirectiveDefinition(name -> !Directives.isBuiltInDirective(name));
    return new SchemaPrinter(options).print(schema).strip() + "\n";
  }

  private static GraphQLScalarType scalar(String name) {
    return GraphQLScalarType.newScalar().name(name).coercing(AnyText.COERCING).build();
  }
}
