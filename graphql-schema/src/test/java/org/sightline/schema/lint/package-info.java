/**
 * What a contract that is one valid schema may still get wrong: shapes and words that differ from
 * place to place, and descriptions that say nothing. Each rule is tried on a schema that breaks it
 * (RulesTest) and held against the contract (LintTest).
 */
@NullMarked
package org.sightline.schema.lint;

import org.jspecify.annotations.NullMarked;
