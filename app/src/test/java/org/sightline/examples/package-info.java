/**
 * The worked examples of the contract: one for every field of Query and of Mutation, each a file
 * that newcomers read and that the build asks of the demonstration, as one of its people. Beside
 * each lies its whole answer, compared word for word; what differs from run to run is a placeholder
 * there.
 */
@NullMarked
package org.sightline.examples;

import org.jspecify.annotations.NullMarked;
