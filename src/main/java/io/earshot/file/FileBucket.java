package io.earshot.file;

import io.earshot.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket of an object store that speaks S3, with an object for each upload. */
final class FileBucket implements FileStore, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FileBucket.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(30);

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private FileBucket(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    static FileBucket of(String bucket, FileSettings.S3 settings) {
        var client = S3Client.builder()
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout())
                        .build())
                .overrideConfiguration(calls -> calls.apiCallTimeout(settings.timeout()))
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                // Stores other than Amazon's know neither the newer checksums nor bodies that are signed in pieces.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        S3Configuration.builder().chunkedEncodingEnabled(false).build());
        // Nor do they all have a host name for each bucket.
        settings.endpoint()
                .ifPresent(uri -> client.endpointOverride(checked(uri)).forcePathStyle(true));
        return new FileBucket(client.build(), bucket, settings.prefix().orElse(""));
    }

    private static URI checked(URI endpoint) {
        if (endpoint.getScheme() == null || endpoint.getHost() == null) {
            throw new IllegalArgumentException(
                    "earshot.files.s3.endpoint must be an address such as https://s3.example.com: " + endpoint);
        }
        return endpoint;
    }

    private static AwsCredentialsProvider credentials(FileSettings.S3 settings) {
        if (settings.accessKey().isPresent() != settings.secretKey().isPresent()) {
            throw new IllegalArgumentException(
                    "earshot.files.s3.access-key and earshot.files.s3.secret-key belong together; one of them is missing");
        }
        return settings.accessKey()
                .<AwsCredentialsProvider>map(key -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(key, settings.secretKey().orElseThrow())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    // A body that is sent twice, and signed, must have a known length and a beginning to go back to: a file has both.
    @Override
    public Path fresh() throws IOException {
        return Files.createTempFile("earshot-upload-", ".part");
    }

    @Override
    public void keep(UUID id, Path written) {
        told(() -> client.putObject(
                to -> to.bucket(bucket).key(key(id)).contentType("application/octet-stream"),
                RequestBody.fromFile(written)));
    }

    @Override
    public InputStream open(UUID id) throws IOException {
        try {
            return told(() -> client.getObject(from -> from.bucket(bucket).key(key(id))));
        } catch (NoSuchKeyException gone) {
            throw (NoSuchFileException) new NoSuchFileException(key(id)).initCause(gone);
        }
    }

    @Override
    public void delete(UUID id) {
        told(() -> client.deleteObject(from -> from.bucket(bucket).key(key(id))));
    }

    @Override
    public void close() {
        client.close();
    }

    private String key(UUID id) {
        return prefix + FileStore.name(id);
    }

    /** The client has tried several times by then. @throws Problem 503 if the store does not do it */
    private <T> T told(Supplier<T> call) {
        try {
            return call.get();
        } catch (NoSuchKeyException answer) {
            throw answer;
        } catch (SdkException e) {
            LOG.error("The object store did not do what it was asked; look at earshot.files.s3.*", e);
            throw Problem.of(503, "no-file-store", "Not now", "Files can't be reached now; send it again later.")
                    .retryAfter(COME_AGAIN);
        }
    }
}
