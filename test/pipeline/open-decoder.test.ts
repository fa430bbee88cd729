import { expect, test } from "vitest";
import { openDecoder } from "../../src/pipeline/open-decoder.ts";
import { rawRequest, signed } from "../support/raw-request.ts";
import { realDecoder } from "../support/real-decoder.ts";

const request = rawRequest(`POST / HTTP/1.1
  Host: dynamodb.us-east-1.amazonaws.com
  ${signed("us-east-1/dynamodb")}
  Content-Type: application/x-amz-json-1.0
  X-Amz-Target: DynamoDB_20120810.ExecuteStatement

  {"Statement":"SELECT * FROM albums WHERE artist='secret'"}`);

test("what a record reads of a member is kept, the rest of it is not", async () => {
  const decoded = (await openDecoder()).decodeRequest(request);
  const withoutRecords = realDecoder.decodeRequest(request);

  expect(decoded).toMatchObject({ call: { sdkId: "DynamoDB", operation: "ExecuteStatement" } });
  expect(JSON.stringify(decoded)).toContain("albums");
  expect(JSON.stringify(decoded)).not.toContain("secret");
  expect(JSON.stringify(withoutRecords)).not.toContain("albums");
});

test("what the keys of a condition hold is kept as well: tags, but nothing beside them", async () => {
  const tagged = rawRequest(`POST / HTTP/1.1
  Host: kms.us-east-1.amazonaws.com
  ${signed("us-east-1/kms")}
  Content-Type: application/x-amz-json-1.1
  X-Amz-Target: TrentService.CreateKey

  {"Policy":"secret","Tags":[{"TagKey":"team","TagValue":"a"}]}`);
  expect((await openDecoder()).decodeRequest(tagged)).toMatchObject({
    call: { input: { Tags: [{ TagKey: "team", TagValue: "a" }] }, members: ["Policy", "Tags"] },
  });
  expect(JSON.stringify((await openDecoder()).decodeRequest(tagged))).not.toContain("secret");
});
