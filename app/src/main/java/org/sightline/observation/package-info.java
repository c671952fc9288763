/**
 * What operators see of operations: metrics, traces and a line for each slow one. None of them
 * holds what was asked or told: no variable, no literal, no name, no figure.
 */
@NullMarked
package org.sightline.observation;

import org.jspecify.annotations.NullMarked;
