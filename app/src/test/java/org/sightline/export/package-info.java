/** Tests of answers as files. */
@NullMarked
package org.sightline.export;

import org.jspecify.annotations.NullMarked;
