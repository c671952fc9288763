/**
 * The improvement plans of the invented region Northmere: findings, actions and what became of them
 * month by month, made of a few round numbers and a checksum, the same on every machine.
 *
 * <p>Gives tables of texts that the demonstration loads beside its files. Knows no database.
 */
@NullMarked
package org.sightline.migrations.invented;

import org.jspecify.annotations.NullMarked;
