/** Imports of Formbricks' JSON. */
@NullMarked
package io.earshot.questionnaire.exchange.formbricks;

import org.jspecify.annotations.NullMarked;
