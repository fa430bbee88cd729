/** A small program with the AWS SDK for JavaScript v3: default endpoints, default credentials, nothing set for iamgen. */
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const [Bucket] = process.argv.slice(2);
const s3 = new S3Client({});
await s3.send(new CreateBucketCommand({ Bucket }));
await s3.send(new PutObjectCommand({ Bucket, Key: "a/b c.txt", Body: "hello" }));
console.log("done");
