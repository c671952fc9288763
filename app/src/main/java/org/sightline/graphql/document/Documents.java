package org.sightline.graphql.document;

import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.introspection.GoodFaithIntrospection;
import graphql.language.Document;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.schema.GraphQLSchema;
import graphql.validation.GoodFaithIntrospectionExceeded;
import graphql.validation.ValidationError;
import io.micronaut.core.util.clhm.ConcurrentLinkedHashMap;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a text into a document that may run, or into the errors that say why it may not. */
@Singleton
public final class Documents {
  private static final int REMEMBERED_CHARACTERS = 2_000_000;

  private final GraphQLSchema schema;
  private final Limits limits;
  private final InputSizes sizes;
  private final ParserOptions options;

  /** Valid documents by their text, the least recently used forgotten first. */
  private final Map<String, PreparsedDocumentEntry> valid =
      new ConcurrentLinkedHashMap.Builder<String, PreparsedDocumentEntry>()
          .maximumWeightedCapacity(REMEMBERED_CHARACTERS)
          .weigher((text, entry) -> Math.max(1, text.length()))
          .build();

  Documents(GraphQLSchema schema, Limits limits) {
    this.schema = schema;
    this.limits = limits;
    this.sizes = new InputSizes(limits);
    this.options =
        ParserOptions.newParserOptions()
            .maxCharacters(limits.characters())
            // The parser counts the end of the text as one.
            .maxTokens(limits.tokens() + 1)
            .captureIgnoredChars(false)
            .captureLineComments(false)
            .build();
  }

  /** The document, or its errors; a document that was valid before is not looked at again. */
  public PreparsedDocumentEntry prepare(String text) {
    PreparsedDocumentEntry known = valid.get(text);
    if (known != null) {
      return known;
    }
    PreparsedDocumentEntry entry = examine(text);
    if (!entry.hasErrors()) {
      valid.put(text, entry);
    }
    return entry;
  }

  /** Why variables are too large to be looked at; empty where they are not. */
  public Optional<GraphQLError> refusal(Map<String, ? extends @Nullable Object> variables) {
    return sizes.refusal(variables);
  }

  private PreparsedDocumentEntry examine(String text) {
    if (text.length() > limits.characters()) {
      return new PreparsedDocumentEntry(
          Refusals.tooCostly(
              "characters", limits.characters(), "A document has at most %s characters."));
    }
    if (WrittenNumbers.charactersIn(text) > limits.numberCharacters()) {
      return new PreparsedDocumentEntry(
          Refusals.tooCostly(
              "number-characters",
              limits.numberCharacters(),
              "The numbers of a document have at most %s characters, all together."));
    }
    try {
      return examine(parse(text));
    } catch (ParseCancelledException e) {
      return new PreparsedDocumentEntry(
          Refusals.tooCostly(
              "tokens",
              limits.tokens(),
              "A document has at most %s tokens (names, punctuation, values)."));
    } catch (ParseCancelledTooDeepException e) {
      return new PreparsedDocumentEntry(
          Refusals.tooCostly("depth", limits.depth(), "Fields are nested at most %s deep."));
    } catch (InvalidSyntaxException e) {
      return new PreparsedDocumentEntry(
          Refusals.unreadable(SyntaxMistakes.explain(e), e.getLocation()));
    }
  }

  private PreparsedDocumentEntry examine(Document document) {
    Optional<GraphQLError> tooCostly =
        overLimit(DocumentShape.of(document)).or(() -> sizes.refusal(document));
    if (tooCostly.isPresent()) {
      return new PreparsedDocumentEntry(tooCostly.get());
    }
    List<GraphQLError> errors = validate(document);
    return errors.isEmpty()
        ? new PreparsedDocumentEntry(document)
        : new PreparsedDocumentEntry(errors);
  }

  private Document parse(String text) {
    return new Parser()
        .parseDocument(
            ParserEnvironment.newParserEnvironment()
                .document(text)
                .parserOptions(options)
                .locale(Locale.ROOT)
                .build());
  }

  private List<GraphQLError> validate(Document document) {
    try {
      List<ValidationError> errors = ParseAndValidate.validate(schema, document, Locale.ROOT);
      return Explanations.of(schema, document, errors);
    } catch (GoodFaithIntrospectionExceeded e) {
      return List.of(
          Refusals.tooCostly(
              "introspection",
              GoodFaithIntrospection.GOOD_FAITH_MAX_FIELDS_COUNT,
              "Questions about the schema have at most %s fields, and ask for __schema, __type and"
                  + " each list within them once."));
    }
  }

  private Optional<GraphQLError> overLimit(DocumentShape.Extent extent) {
    if (extent.depth() > limits.depth()) {
      return refuse("depth", limits.depth(), "Fields are nested at most %s deep.");
    }
    if (extent.aliases() > limits.aliases()) {
      return refuse("aliases", limits.aliases(), "An operation has at most %s aliases.");
    }
    if (extent.directives() > limits.directives()) {
      return refuse("directives", limits.directives(), "An operation has at most %s directives.");
    }
    if (extent.fields() > limits.fields()) {
      return refuse(
          "fields",
          limits.fields(),
          "An operation has at most %s fields, a fragment's counted wherever it is used.");
    }
    if (extent.fragments() > limits.fragments()) {
      return refuse(
          "fragments", limits.fragments(), "Fragments lie within one another at most %s deep.");
    }
    if (extent.repeats() > limits.repeats()) {
      return refuse("repeats", limits.repeats(), "A field stands in one place at most %s times.");
    }
    return Optional.empty();
  }

  private static Optional<GraphQLError> refuse(String limit, int most, String sentence) {
    return Optional.of(Refusals.tooCostly(limit, most, sentence));
  }
}
