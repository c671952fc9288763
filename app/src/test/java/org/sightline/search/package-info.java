/** Tests of searches, and of the way from a finding to its impact. */
@NullMarked
package org.sightline.search;

import org.jspecify.annotations.NullMarked;
