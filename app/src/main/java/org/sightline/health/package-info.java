/**
 * Whether this process has started, lives, and is ready for requests, told apart for whoever runs
 * it; and how it leaves. Told at a port of its own, which no ingress knows.
 */
@NullMarked
package org.sightline.health;

import org.jspecify.annotations.NullMarked;
