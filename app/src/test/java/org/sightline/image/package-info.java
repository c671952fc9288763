/**
 * The container image: what is in it, under what licences, that it runs as nobody in a root that it
 * cannot write, and the training of its AOT cache.
 */
@NullMarked
package org.sightline.image;

import org.jspecify.annotations.NullMarked;
