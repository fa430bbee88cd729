/** A script of Yarn, with options for Node of its own. */
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const s3 = new S3Client({});
await s3.send(new CreateBucketCommand({ Bucket: "yarn-bucket" }));
await s3.send(new PutObjectCommand({ Bucket: "yarn-bucket", Key: "k", Body: "hello" }));
