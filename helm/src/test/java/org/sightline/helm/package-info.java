/**
 * Holds the chart to what it promises: it is linted, rendered by Helm itself over a matrix of
 * values, and each manifest is held to the models of Kubernetes' own client, which know fields that
 * a lint does not. What is seeded wrong must be found, and wrong values must be refused with a
 * sentence. Needs no cluster and no other module.
 */
@NullMarked
package org.sightline.helm;

import org.jspecify.annotations.NullMarked;
