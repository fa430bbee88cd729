// A small program with the AWS SDK for Kotlin: default endpoints, default credentials, nothing set for iamgen.

import aws.sdk.kotlin.services.s3.S3Client
import aws.sdk.kotlin.services.s3.createBucket
import aws.sdk.kotlin.services.s3.putObject
import aws.smithy.kotlin.runtime.content.ByteStream

suspend fun main() {
    S3Client.fromEnvironment().use { s3 ->
        s3.createBucket { bucket = "kotlin-bucket" }
        s3.putObject {
            bucket = "kotlin-bucket"
            key = "a/b c.txt"
            body = ByteStream.fromString("hello")
        }
    }
    println("done")
}
