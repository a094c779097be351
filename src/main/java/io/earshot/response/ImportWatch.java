package io.earshot.response;

/** Looks on while a file is imported. */
interface ImportWatch {
    ImportWatch NOBODY = (read, rejected) -> {};

    /**
     * Called between two batches of rows.
     *
     * @throws RuntimeException to end the import; nothing is stored then
     */
    void at(long read, long rejected);
}
