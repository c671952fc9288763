package org.sightline.scale;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/**
 * One kind of question, asked again and again.
 *
 * @param isAnsweredTheSame whether its answer is the same however many years there are
 * @param pagesAtMost how many times as many pages it may look at when there is ten times the data
 * @param ask asks it once, and returns what must not differ; fails where the answer is not right
 */
record Question(
    String name, boolean isAnsweredTheSame, double pagesAtMost, Function<Asker, JsonNode> ask) {}
