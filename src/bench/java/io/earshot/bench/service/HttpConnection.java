package io.earshot.bench.service;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP connection that is opened again when it was lost; not for use by many threads. */
final class HttpConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLISECONDS = 30_000;

    private final int port;
    private final String key;
    private Socket socket;
    private InputStream in;
    private String lastBody = "";

    HttpConnection(int port, String key) {
        this.port = port;
        this.key = key;
    }

    /** @return the answer's status. @throws IOException if there was none; whether the request was obeyed is not known then */
    int send(String method, String path, String body) throws IOException {
        try {
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setSoTimeout(TIMEOUT_MILLISECONDS);
                socket.setTcpNoDelay(true);
                in = new BufferedInputStream(socket.getInputStream());
            }
            socket.getOutputStream().write(Connections.request(method, path, key, body));
            return receive();
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    String lastBody() {
        return lastBody;
    }

    private int receive() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean closes = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
            closes |= header.equals("connection: close");
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ended early");
        }
        lastBody = new String(bytes, StandardCharsets.UTF_8);
        if (closes) {
            close();
        }
        return status;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
