@NullMarked
package io.earshot.statistics.survey;

import org.jspecify.annotations.NullMarked;
