/** What was answered: intake, storage, quarantine, import; knows nothing of statistics. */
@NullMarked
package io.earshot.response;

import org.jspecify.annotations.NullMarked;
