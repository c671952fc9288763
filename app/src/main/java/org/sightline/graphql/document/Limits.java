package org.sightline.graphql.document;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What a request may ask at most; settings {@code sightline.limits.*}.
 *
 * @param bodyBytes of a POST's body
 * @param characters of a document
 * @param tokens of a document
 * @param depth of nested fields, not counting those inside {@code __schema} and {@code __type}
 * @param aliases in an operation, a fragment's counted each time it is spread
 * @param directives in an operation, a fragment's counted each time it is spread
 * @param fields in an operation, a fragment's counted each time it is spread
 * @param fragments within one another on the way to a field, whether written there or spread
 * @param repeats of one field, by the name of its answer, in one place
 * @param listEntries in each list that is written or sent, however deep it lies
 * @param textCharacters in each text that is written or sent; the longest that anything keeps is an
 *     agreement's
 * @param numberCharacters of all numbers that are written in a document, together; variables do not
 *     count
 */
@ConfigurationProperties("sightline.limits")
public record Limits(
    @Bindable(defaultValue = "1048576") int bodyBytes,
    @Bindable(defaultValue = "20000") int characters,
    @Bindable(defaultValue = "2000") int tokens,
    @Bindable(defaultValue = "12") int depth,
    @Bindable(defaultValue = "30") int aliases,
    @Bindable(defaultValue = "20") int directives,
    @Bindable(defaultValue = "5000") int fields,
    @Bindable(defaultValue = "40") int fragments,
    @Bindable(defaultValue = "100") int repeats,
    @Bindable(defaultValue = "200") int listEntries,
    @Bindable(defaultValue = "50000") int textCharacters,
    @Bindable(defaultValue = "2000") int numberCharacters) {}
