/** For Jest, in a worker that is a process or a thread: creates a bucket of this file's name and puts an object into it. */
const { basename } = require("node:path");
const { isMainThread } = require("node:worker_threads");
const { CreateBucketCommand, PutObjectCommand, S3Client } = require("@aws-sdk/client-s3");

test("puts an object", async () => {
  expect(isMainThread ? "fork" : "thread").toBe(process.env.PLACE);
  const Bucket = `${basename(__filename, ".test.js")}-bucket`;
  const s3 = new S3Client({});
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key: "k", Body: "hello" }));
});
