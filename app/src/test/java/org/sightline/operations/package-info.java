/** The checks before the start, each made to fail. */
@NullMarked
package org.sightline.operations;

import org.jspecify.annotations.NullMarked;
