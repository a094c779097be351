package io.earshot.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FilesTest extends FilesCases {
    @Test
    void aFolderIsWhereTheyAreUnlessABucketIsNamed() {
        assertThat(store).isInstanceOf(FileFolder.class);
    }
}
