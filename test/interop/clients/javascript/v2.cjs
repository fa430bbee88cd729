/** The AWS SDK for JavaScript v2: promises, a managed upload in parts, and a table. */
const aws = require("aws-sdk");

const MEGABYTE = 1024 * 1024;

async function main() {
  const s3 = new aws.S3();
  await s3.createBucket({ Bucket: "v2-bucket" }).promise();
  await s3.upload({ Bucket: "v2-bucket", Key: "large", Body: Buffer.alloc(11 * MEGABYTE) }).promise();
  const { ContentLength } = await s3.headObject({ Bucket: "v2-bucket", Key: "large" }).promise();
  console.log(ContentLength);
}
main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
