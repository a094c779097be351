/** What tests of all packages share: the database under the service, and workspaces to work in. */
@NullMarked
package io.earshot.testing;

import org.jspecify.annotations.NullMarked;
