/**
 * Formal reviews of councils by another organisation: a draft until it is issued, and then
 * unchangeable and the council's to read.
 */
@NullMarked
package org.sightline.governance.review;

import org.jspecify.annotations.NullMarked;
