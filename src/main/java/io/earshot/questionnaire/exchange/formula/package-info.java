/** Expressions of other tools, as trees that are translated to JsonLogic; knows no tool's functions. */
@NullMarked
package io.earshot.questionnaire.exchange.formula;

import org.jspecify.annotations.NullMarked;
