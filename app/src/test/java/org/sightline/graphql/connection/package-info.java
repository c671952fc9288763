/** Tests of lists that grow. */
@NullMarked
package org.sightline.graphql.connection;

import org.jspecify.annotations.NullMarked;
