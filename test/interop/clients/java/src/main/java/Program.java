// A small program with the AWS SDK for Java over the client that its argument names: default endpoints and credentials.

import com.amazonaws.services.s3.AmazonS3;
import com.amazonaws.services.s3.AmazonS3ClientBuilder;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

public final class Program {
  public static void main(String[] arguments) {
    String client = arguments[0];
    switch (client) {
      case "apache" -> blocking(ApacheHttpClient.create());
      case "urlconnection" -> blocking(UrlConnectionHttpClient.create());
      case "netty" -> asynchronous(over(NettyNioAsyncHttpClient.create()));
      case "crt" -> asynchronous(over(AwsCrtAsyncHttpClient.create()));
      case "s3-crt" -> asynchronous(S3AsyncClient.crtCreate());
      case "v1" -> former();
      default -> throw new IllegalArgumentException(client);
    }
    System.out.println("done");
  }

  private static PutObjectRequest put(String key) {
    return PutObjectRequest.builder().bucket("java-bucket").key(key).build();
  }

  private static void blocking(SdkHttpClient http) {
    try (http; S3Client s3 = S3Client.builder().httpClient(http).build()) {
      s3.createBucket(bucket -> bucket.bucket("java-bucket"));
      s3.putObject(put("a/b c.txt"), RequestBody.fromString("hello"));
    }
  }

  private static S3AsyncClient over(SdkAsyncHttpClient http) {
    return S3AsyncClient.builder().httpClient(http).build();
  }

  private static void asynchronous(S3AsyncClient client) {
    try (S3AsyncClient s3 = client) {
      s3.createBucket(bucket -> bucket.bucket("java-bucket")).join();
      s3.putObject(put("a/b c.txt"), AsyncRequestBody.fromString("hello")).join();
    }
  }

  private static void former() {
    AmazonS3 s3 = AmazonS3ClientBuilder.defaultClient();
    s3.createBucket("java-bucket");
    s3.putObject("java-bucket", "a/b c.txt", "hello");
    s3.shutdown();
  }
}
