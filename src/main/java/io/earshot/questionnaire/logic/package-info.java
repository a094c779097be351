/** JsonLogic: conditions and expressions, parsed once and evaluated often; knows nothing of questionnaires. */
@NullMarked
package io.earshot.questionnaire.logic;

import org.jspecify.annotations.NullMarked;
