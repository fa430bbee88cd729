/** For `node --test`, and for Vitest with its globals: creates a bucket of this file's name and puts an object into it. */
import { strictEqual } from "node:assert";
import { isMainThread } from "node:worker_threads";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";

const test = globalThis.test ?? (await import("node:test")).test;
const placeOfAWorker = process.send === undefined ? "process" : "fork";

test("puts an object", async () => {
  strictEqual(isMainThread ? placeOfAWorker : "thread", process.env.PLACE);
  const [, name] = /(\w+)\.test\.mjs$/.exec(import.meta.url);
  const s3 = new S3Client({});
  await s3.send(new CreateBucketCommand({ Bucket: `${name}-bucket` }));
  await s3.send(new PutObjectCommand({ Bucket: `${name}-bucket`, Key: "k", Body: "hello" }));
});
