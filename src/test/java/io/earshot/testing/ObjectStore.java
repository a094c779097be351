package io.earshot.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has the service that is tested keep uploads in a bucket of an {@link S3Server}. */
public final class ObjectStore implements QuarkusTestResourceLifecycleManager {
    private static final String BUCKET = "uploads";
    private static final String KEY = "tested";
    private static final String SECRET = "not-a-secret";

    private @Nullable AutoCloseable server;

    @Override
    public Map<String, String> start() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            // Apart from the tests, which have another Guice on their class path: the one that Maven resolves with.
            ClassLoader apart = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
            thread.setContextClassLoader(apart);
            Class<?> type = apart.loadClass(S3Server.class.getName());
            AutoCloseable started = (AutoCloseable) type.getMethod("start", String.class, String.class, String.class)
                    .invoke(null, BUCKET, KEY, SECRET);
            server = started;
            return Map.of(
                    "earshot.files.s3.bucket",
                    BUCKET,
                    "earshot.files.s3.endpoint",
                    "http://127.0.0.1:" + type.getMethod("port").invoke(started),
                    "earshot.files.s3.access-key",
                    KEY,
                    "earshot.files.s3.secret-key",
                    SECRET,
                    "earshot.files.s3.prefix",
                    "kept/");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the object store did not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the object store did not stop", e);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("-classes.jar"))
                .map(entry -> {
                    try {
                        return Path.of(entry).toUri().toURL();
                    } catch (MalformedURLException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(URL[]::new);
    }
}
