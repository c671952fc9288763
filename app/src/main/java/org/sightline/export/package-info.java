/**
 * Answers as files.
 *
 * <p>What is written for spreadsheets goes through here, because a spreadsheet runs what looks like
 * a formula. This room knows no other.
 */
@NullMarked
package org.sightline.export;

import org.jspecify.annotations.NullMarked;
