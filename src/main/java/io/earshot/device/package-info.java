/** What a device tells about itself: the attribute catalogue, privacy classes, derivation, consent; knows nothing of questionnaires. */
@NullMarked
package io.earshot.device;

import org.jspecify.annotations.NullMarked;
