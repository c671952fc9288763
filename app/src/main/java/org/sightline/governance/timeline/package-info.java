/**
 * What happened to one council, in order, from every room that knows of it; and what fell within
 * what.
 */
@NullMarked
package org.sightline.governance.timeline;

import org.jspecify.annotations.NullMarked;
