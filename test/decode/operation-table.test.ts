import { expect, test } from "vitest";
import { compareRanks, compileOperations, matchOperations } from "../../src/decode/operation-table.ts";
import { splitPath } from "../../src/decode/path-template.ts";
import { requestView } from "../../src/decode/request-view.ts";
import { apiModel } from "../support/api-models.ts";
import { rawRequest } from "../support/raw-request.ts";

const STORAGE = apiModel({
  client: "storage",
  protocols: ["rest-xml"],
  operations: [
    { name: "ListObjects", method: "GET", path: "/{Bucket}", deprecated: true },
    { name: "ListObjectsV2", method: "GET", path: "/{Bucket}", query: [["list-type", "2"]] },
    { name: "GetBucketAcl", method: "GET", path: "/{Bucket}", query: [["acl", undefined]] },
    { name: "GetObject", method: "GET", path: "/{Bucket}/{Key+}" },
    { name: "PutObject", method: "PUT", path: "/{Bucket}/{Key+}" },
    {
      name: "CopyObject",
      method: "PUT",
      path: "/{Bucket}/{Key+}",
      members: [{ name: "CopySource", wireName: "x-amz-copy-source", location: "header", required: true }],
    },
    {
      name: "UploadPart",
      method: "PUT",
      path: "/{Bucket}/{Key+}",
      members: [
        { name: "PartNumber", wireName: "partNumber", location: "query", required: true },
        { name: "UploadId", wireName: "uploadId", location: "query", required: true },
      ],
    },
    { name: "WriteAnswer", method: "POST", path: "/WriteAnswer", query: [["x-id", "WriteAnswer"]] },
    { name: "OldAcl", method: "GET", path: "/{Bucket}", query: [["acl", undefined]], deprecated: true },
  ],
});

const table = compileOperations(STORAGE);

function best(text: string): string | undefined {
  const view = requestView(rawRequest(`${text} HTTP/1.1\nHost: h`.replace(/ \+(.*) HTTP\/1\.1/, " HTTP/1.1\n$1")));
  const matches = matchOperations(table, view, splitPath(view.path)).toSorted((a, b) => compareRanks(a.rank, b.rank));
  return matches[0]?.operation.name;
}

test.each([
  ["GET /photos", "ListObjects"],
  ["GET /photos?list-type=2&prefix=a", "ListObjectsV2"],
  ["GET /photos?list-type=1", "ListObjects"],
  ["GET /photos?acl", "GetBucketAcl"],
  ["GET /photos?acl=", "GetBucketAcl"],
  ["GET /photos/a//b", "GetObject"],
  ["PUT /photos/a", "PutObject"],
  ["PUT /photos/a?partNumber=1&uploadId=2", "UploadPart"],
  ["PUT /photos/a?partNumber=1", "PutObject"],
  ["PUT /photos/a?x-id=PutObject&partNumber=1&uploadId=2", "PutObject"],
  ["PUT /photos/a?x-id=Nonsense", "PutObject"],
  ["POST /WriteAnswer", "WriteAnswer"],
  ["DELETE /photos", undefined],
  ["GET /", undefined],
])("%s is %s", (line, name) => {
  expect(best(line)).toBe(name);
});

test("a required header that is present decides", () => {
  expect(best("PUT /photos/a +x-amz-copy-source: b/c")).toBe("CopyObject");
});
