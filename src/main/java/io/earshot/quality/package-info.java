/** Signs that a response was not given with care, kept beside the data; deletes nothing and knows nothing of reports. */
@NullMarked
package io.earshot.quality;

import org.jspecify.annotations.NullMarked;
