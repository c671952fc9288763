package org.sightline.graphql.schema;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import graphql.schema.idl.RuntimeWiring;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sightline.graphql.RoomFields;
import org.sightline.graphql.Suggestions;

/**
 * The fields that nobody answers, the fetchers and records that answer nothing, and the records
 * that may answer null where the schema promises that there is something.
 */
record AnswerCheck(
    GraphQLSchema schema, RuntimeWiring wiring, Collection<? extends RoomFields> rooms) {

  Stream<String> findings() {
    return Stream.of(
            fieldsWithoutAnswer(),
            fieldsThatMayBeNull(),
            recordsWithoutType(),
            fetchersWithoutField(),
            resolversWithoutType())
        .flatMap(sentences -> sentences);
  }

  private Stream<String> fieldsWithoutAnswer() {
    return schema.getAllTypesAsList().stream()
        .filter(GraphQLObjectType.class::isInstance)
        .map(GraphQLObjectType.class::cast)
        .filter(type -> !type.getName().startsWith("__"))
        .flatMap(this::unanswered);
  }

  private Stream<String> unanswered(GraphQLObjectType type) {
    Set<String> fetched = wiring.getDataFetchersForType(type.getName()).keySet();
    List<Set<String>> backing = records(type.getName()).map(AnswerCheck::components).toList();
    Predicate<String> isAnswered =
        field ->
            fetched.contains(field)
                || (!backing.isEmpty()
                    && backing.stream().allMatch(components -> components.contains(field)));
    return type.getFieldDefinitions().stream()
        .map(GraphQLFieldDefinition::getName)
        .filter(isAnswered.negate())
        .map(field -> "No room answers the field " + type.getName() + "." + field + ".");
  }

  private Stream<Class<? extends Record>> records(String typeName) {
    return rooms.stream().map(room -> room.records().get(typeName)).flatMap(Stream::ofNullable);
  }

  private Stream<String> fieldsThatMayBeNull() {
    return rooms.stream()
        .flatMap(room -> room.records().entrySet().stream())
        .flatMap(backed -> mayBeNull(backed.getKey(), backed.getValue()));
  }

  private Stream<String> mayBeNull(String typeName, Class<? extends Record> record) {
    if (!(schema.getType(typeName) instanceof GraphQLObjectType type)) {
      return Stream.empty();
    }
    Set<String> fetched = wiring.getDataFetchersForType(typeName).keySet();
    return Arrays.stream(record.getRecordComponents())
        .filter(component -> !fetched.contains(component.getName()))
        .filter(component -> breaksPromise(type.getFieldDefinition(component.getName()), component))
        .map(
            component ->
                "The schema promises %s.%s, and %s.%s may be null."
                    .formatted(
                        typeName,
                        component.getName(),
                        record.getSimpleName(),
                        component.getName()));
  }

  private static boolean breaksPromise(
      @Nullable GraphQLFieldDefinition field, RecordComponent component) {
    return field != null && breaksPromise(field.getType(), component.getAnnotatedType());
  }

  /** Of a list also where what is in it may be null. */
  private static boolean breaksPromise(GraphQLType promised, AnnotatedType given) {
    if (GraphQLTypeUtil.isNonNull(promised)) {
      return given.isAnnotationPresent(Nullable.class)
          || breaksPromise(GraphQLTypeUtil.unwrapNonNull(promised), given);
    }
    return GraphQLTypeUtil.isList(promised)
        && given instanceof AnnotatedParameterizedType list
        && breaksPromise(
            GraphQLTypeUtil.unwrapOne(promised), list.getAnnotatedActualTypeArguments()[0]);
  }

  private static Set<String> components(Class<? extends Record> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(RecordComponent::getName)
        .collect(Collectors.toSet());
  }

  private Stream<String> recordsWithoutType() {
    return rooms.stream()
        .flatMap(room -> room.records().keySet().stream())
        .filter(name -> !(schema.getType(name) instanceof GraphQLObjectType))
        .map(name -> "The schema has no object type " + name + ", which a room backs.");
  }

  private Stream<String> resolversWithoutType() {
    return wiring.getTypeResolvers().keySet().stream()
        .filter(name -> !isAbstract(schema.getType(name)))
        .map(
            name ->
                "A room says which type is a "
                    + name
                    + ", which is no interface or union of the schema.");
  }

  private Stream<String> fetchersWithoutField() {
    return wiring.getDataFetchers().keySet().stream()
        .flatMap(type -> strangers(type, wiring.getDataFetchersForType(type).keySet()));
  }

  private Stream<String> strangers(String typeName, Set<String> fetched) {
    List<String> fields = fieldsOf(schema.getType(typeName));
    return fetched.stream()
        .filter(field -> !fields.contains(field))
        .map(
            field ->
                "A room answers %s.%s, which the schema does not have.%s"
                    .formatted(typeName, field, Suggestions.didYouMean(field, fields)));
  }

  private static boolean isAbstract(@Nullable GraphQLType type) {
    return type instanceof GraphQLInterfaceType || type instanceof GraphQLUnionType;
  }

  private static List<String> fieldsOf(@Nullable GraphQLType type) {
    return type instanceof GraphQLFieldsContainer container
        ? container.getFieldDefinitions().stream().map(GraphQLFieldDefinition::getName).toList()
        : List.of();
  }
}
