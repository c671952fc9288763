/** Saved groups and groups of others, asked in GraphQL. */
@NullMarked
package org.sightline.group;

import org.jspecify.annotations.NullMarked;
