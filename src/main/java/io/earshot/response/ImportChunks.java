package io.earshot.response;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** A file that lies in the database in pieces, one of which is in memory at a time. */
final class ImportChunks extends InputStream {
    private final Connection connection;
    private final UUID id;
    private byte[] chunk = {};
    private int at;
    private int ordinal;
    private long read;

    ImportChunks(Connection connection, UUID id) {
        this.connection = connection;
        this.id = id;
    }

    /** Bytes so far. */
    long bytesRead() {
        return read;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == chunk.length && !next()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, offset, count);
        at += count;
        read += count;
        return count;
    }

    private boolean next() throws IOException {
        String sql = "select bytes from response_import_chunk where import_id = ? and ordinal = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            select.setInt(2, ordinal++);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return false;
                }
                chunk = row.getBytes(1);
                at = 0;
                return true;
            }
        } catch (SQLException e) {
            throw new IOException("piece " + ordinal + " of import " + id + " could not be read", e);
        }
    }
}
