/**
 * Stock clients written for Node, run as they are against a running Sightline: each an npm project
 * in {@code src/test/clients}, with the versions that its lock file names.
 */
@NullMarked
package org.sightline.clients;

import org.jspecify.annotations.NullMarked;
