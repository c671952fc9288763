package org.sightline.council;

/** One council took over area of another. Both are keys of councils. */
record Succession(int predecessorKey, int successorKey) {}
