package org.sightline.schema.lint;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sightline.schema.Elements;
import org.sightline.schema.Elements.Element;
import org.sightline.schema.Elements.Kind;

/** That one word means one thing everywhere. */
final class Names {
  private static final Pattern NO_STATEMENT =
      Pattern.compile("(get|should|flag|bool|does|do|check)([A-Z].*)?|.*(Flag|Bool|Boolean|YesNo)");
  private static final Pattern WHETHER = Pattern.compile("^(Whether|True|Only|Also) .*");
  private static final Pattern BEGINS_WITH_IS = Pattern.compile("^is[A-Z].*");
  private static final Pattern ID = Pattern.compile("id|.*Ids?");
  private static final Pattern DAY = Pattern.compile(".*[a-z](On|Day|Date)");
  private static final Pattern INSTANT = Pattern.compile(".*[a-z]At");

  private static final Set<String> TEXT_NUMBER_OR_TIME =
      Set.of("String", "Int", "Float", "Decimal", "Date", "PartialDate", "DateTime");

  /** Ids of others, which no {@code node} finds. */
  private static final Set<String> FOREIGN_IDS =
      Set.of("AccessLogEntry.requestId", "MachineCredentials.clientId", "Member.clientId");

  /** The day as at which something holds, in the words of official statistics. */
  private static final Set<String> DAYS_THAT_END_WITH_AT = Set.of("asAt", "overdueAt", "computedAt");

  /**
   * Arguments whose type is that of the thing asked for: the code of an indicator is no council's,
   * and the bounds of a series are its periods. Beside these a name has one type everywhere.
   */
  private static final Map<String, Set<String>> BY_WHAT_IS_ASKED =
      Map.of(
          "at", Set.of("Date", "DateTime", "[Decimal]"),
          "code", Set.of("String", "CouncilCode", "IndicatorCode"),
          "from", Set.of("Date", "ID", "PeriodCode"),
          "to", Set.of("Date", "ID", "PeriodCode"));

  private Names() {}

  static Stream<String> booleans(GraphQLSchema schema) {
    List<Element> booleans =
        named(schema).filter(element -> Types.name(element.type()).equals("Boolean")).toList();
    Set<String> names = booleans.stream().map(Element::name).collect(Collectors.toSet());
    return booleans.stream().flatMap(element -> booleanFaults(element, names));
  }

  private static Stream<String> booleanFaults(Element element, Set<String> names) {
    Stream.Builder<String> faults = Stream.builder();
    if (NO_STATEMENT.matcher(element.name()).matches()) {
      faults.add(element.path() + " is a yes or no whose name states nothing.");
    }
    if (BEGINS_WITH_IS.matcher(element.name()).matches() && names.contains(bare(element.name()))) {
      faults.add(element.path() + " has a like without is, " + bare(element.name()) + ".");
    }
    if (!WHETHER.matcher(element.description()).matches()) {
      faults.add(element.path() + " does not begin with Whether, True, Only or Also.");
    }
    return faults.build();
  }

  private static String bare(String name) {
    return Character.toLowerCase(name.charAt(2)) + name.substring(3);
  }

  static Stream<String> enumValues(GraphQLSchema schema) {
    return Elements.of(schema).stream()
        .filter(element -> element.kind() == Kind.ENUM_VALUE)
        .filter(element -> element.name().startsWith(upper(((GraphQLEnumType) element.type())) + "_"))
        .map(element -> element.path() + " repeats the name of its enum.");
  }

  private static String upper(GraphQLNamedType type) {
    return type.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  static Stream<String> arguments(GraphQLSchema schema) {
    SortedMap<String, SortedMap<String, SortedSet<String>>> places = new TreeMap<>();
    Elements.of(schema).stream()
        .filter(element -> element.kind() == Kind.ARGUMENT && !element.name().equals("input"))
        .forEach(
            element ->
                places
                    .computeIfAbsent(element.name(), _ -> new TreeMap<>())
                    .computeIfAbsent(kindOfType(element), _ -> new TreeSet<>())
                    .add(element.path()));
    return places.entrySet().stream()
        .filter(name -> name.getValue().size() > 1)
        .filter(name -> !allowed(name.getKey()).containsAll(name.getValue().keySet()))
        .map(name -> "The argument " + name.getKey() + " is of several types: " + name.getValue() + ".");
  }

  private static Set<String> allowed(String name) {
    return BY_WHAT_IS_ASKED.getOrDefault(name, Set.of());
  }

  /** An enum is one kind of type, whichever it is: a kind of plan is no kind of finding. */
  private static String kindOfType(Element element) {
    String text = Types.text(element.type()).replace("!", "");
    return GraphQLTypeUtil.unwrapAll(element.type()) instanceof GraphQLEnumType
        ? "an enum"
        : text;
  }

  static Stream<String> ids(GraphQLSchema schema) {
    return named(schema)
        .filter(element -> ID.matcher(element.name()).matches())
        .filter(element -> !FOREIGN_IDS.contains(element.path()))
        .filter(element -> !Types.name(element.type()).equals("ID"))
        .map(element -> element.path() + " is no ID.");
  }

  static Stream<String> days(GraphQLSchema schema) {
    return named(schema)
        .filter(element -> TEXT_NUMBER_OR_TIME.contains(Types.name(element.type())))
        .filter(element -> !isDayOrInstant(element))
        .map(element -> element.path() + " is " + Types.name(element.type()) + ".");
  }

  private static boolean isDayOrInstant(Element element) {
    String type = Types.name(element.type());
    boolean isDay = type.equals("Date") || type.equals("PartialDate");
    if (DAYS_THAT_END_WITH_AT.contains(element.name()) || DAY.matcher(element.name()).matches()) {
      return isDay;
    }
    return !INSTANT.matcher(element.name()).matches() || type.equals("DateTime");
  }

  /** What has a type: fields, arguments and input fields. */
  private static Stream<Element> named(GraphQLSchema schema) {
    return Elements.of(schema).stream()
        .filter(
            element ->
                switch (element.kind()) {
                  case FIELD, ARGUMENT, INPUT_FIELD -> true;
                  case TYPE, ENUM_VALUE, DIRECTIVE -> false;
                });
  }
}
