import { expect, test } from "vitest";
import { answersOf } from "../../src/services/decode-records.ts";

test.each(["PutObject", "GetObject", "HeadObject", "CopyObject", "CreateMultipartUpload"])(
  "the answer of %s names the key of its object in the head, so no object is read",
  (operation) => {
    const rule = answersOf("S3", operation);
    expect(rule?.bodyBytes).toBe(0);
    expect(rule?.facts).toMatchObject([{ kind: "key", key: [{ from: "header" }] }]);
  },
);
