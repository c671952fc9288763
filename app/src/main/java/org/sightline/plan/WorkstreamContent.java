package org.sightline.plan;

import org.jspecify.annotations.Nullable;

/** What can be changed of a workstream. */
record WorkstreamContent(
    int position, String name, @Nullable String themeCode, @Nullable String leadRole) {}
