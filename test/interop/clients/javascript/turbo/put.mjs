/** A task of Turborepo, which gives it few of the variables around it. */
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const s3 = new S3Client({});
await s3.send(new CreateBucketCommand({ Bucket: "turbo-bucket" }));
await s3.send(new PutObjectCommand({ Bucket: "turbo-bucket", Key: "k", Body: "hello" }));
