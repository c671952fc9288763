package org.sightline.search;

/**
 * A part of a text.
 *
 * @param text plain: whoever shows it on a page must escape it
 * @param isMatch whether it is one of the words that were searched
 */
record HighlightPart(String text, boolean isMatch) {}
