package io.earshot.testing;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobProviderMetadata;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/** S3Proxy over a new folder, with one bucket; it checks signatures. */
public final class S3Server implements AutoCloseable {
    private final BlobStoreContext blobs;
    private final S3Proxy server;

    private S3Server(BlobStoreContext blobs, S3Proxy server) {
        this.blobs = blobs;
        this.server = server;
    }

    public static S3Server start(String bucket, String key, String secret) throws Exception {
        Path folder = Files.createTempDirectory("earshot-bucket");
        Properties properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", folder.toString());
        // By its class: by name, every provider on the class path would be loaded, and those of clouds are left out.
        BlobStoreContext blobs = ContextBuilder.newBuilder(
                        FilesystemNio2BlobProviderMetadata.builder().build())
                .credentials(key, secret)
                .overrides(properties)
                .build(BlobStoreContext.class);
        blobs.getBlobStore().createContainerInLocation(null, bucket);
        S3Proxy server = S3Proxy.builder()
                .blobStore(blobs.getBlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, key, secret)
                .build();
        server.start();
        return new S3Server(blobs, server);
    }

    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws Exception {
        server.stop();
        blobs.close();
    }
}
