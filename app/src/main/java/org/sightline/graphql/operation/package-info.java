/**
 * One operation as it runs: its viewer, its one transaction, its loaders, and its errors.
 *
 * <p>The transaction is opened when the document and its variables are known to be right, so that
 * what is refused takes no connection; everything beneath it runs on the thread that opened it.
 */
@NullMarked
package org.sightline.graphql.operation;

import org.jspecify.annotations.NullMarked;
