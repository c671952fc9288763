package org.sightline.graphql.http;

import org.sightline.tenancy.Question;
import org.sightline.tenancy.Viewer;

/** Who calls an address beside {@code /graphql}, and what the access log says that they asked. */
public record Asked(Viewer viewer, Question question) {}
