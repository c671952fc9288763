@NullMarked
package org.sightline.graphql.document;

import org.jspecify.annotations.NullMarked;
