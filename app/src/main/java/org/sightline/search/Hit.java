package org.sightline.search;

/** Something that was found, and where it stands. */
record Hit<T>(T found, Place place) {}
