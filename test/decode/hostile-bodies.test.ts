/** Large, deep and strange bodies, from their bytes to the permissions: one call like any other, and no exception. */
import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { serviceRules } from "../../src/services/index.ts";
import { rawRequest, signed } from "../support/raw-request.ts";
import { REAL_CONTEXT, realDecoder } from "../support/real-decoder.ts";

const authorize = createAuthorizer({
  apis: REAL_CONTEXT.apis,
  authorization: openAuthorizationIndex(),
  rules: serviceRules,
});

interface Made {
  /** `action resource …`, the account left out; the reason where nothing was decoded. */
  readonly permissions: readonly string[];
  readonly isCut: boolean;
}

function permitted(head: string, body: string): Made {
  const decoded = realDecoder.decodeRequest(rawRequest(head, { body: Buffer.from(body) }));
  if (!("call" in decoded)) return { permissions: [decoded.reason], isCut: false };
  const permissions = authorize(decoded.call).map(({ action, resources }) => `${action} ${resources.join(" ")}`);
  return {
    permissions: permissions.map((text) => text.replace(/:\d{12}:/g, "::")),
    isCut: decoded.call.inputTruncated === true,
  };
}

const dynamodb = `POST / HTTP/1.1
  Host: dynamodb.us-east-1.amazonaws.com
  X-Amz-Target: DynamoDB_20120810.PutItem
  Content-Type: application/x-amz-json-1.0
  ${signed("us-east-1/dynamodb")}`;

const ON_TABLE = { permissions: ["dynamodb:PutItem arn:aws:dynamodb:us-east-1::table/t"], isCut: false };
test("a JSON body of ten megabytes", () => {
  const body = JSON.stringify({ Item: { text: { S: "x".repeat(10_000_000) } }, TableName: "t" });
  expect(permitted(dynamodb, body)).toEqual(ON_TABLE);
});

test("a JSON body of a hundred thousand small values", () => {
  const item = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`a${n}`, { S: "x" }]));
  expect(permitted(dynamodb, JSON.stringify({ Item: item, TableName: "t" }))).toEqual(ON_TABLE);
});

test("a JSON body nested two thousand deep", () => {
  const deep = `${'{"M":{"a":'.repeat(1000)}{"S":"x"}${"}}".repeat(1000)}`;
  expect(permitted(dynamodb, `{"Item":{"a":${deep}},"TableName":"t"}`)).toEqual(ON_TABLE);
});

const s3 = `POST /?delete HTTP/1.1
  Host: album.s3.us-east-1.amazonaws.com
  Content-Type: application/xml
  ${signed("us-east-1/s3")}`;

test("an XML body that names ten times the objects that one call may: the rest is said to be cut", () => {
  const objects = Array.from({ length: 10_000 }, (_, n) => `<Object><Key>photo-${n}</Key></Object>`).join("");
  const { permissions, isCut } = permitted(s3, `<Delete>${objects}</Delete>`);
  expect(permissions).toHaveLength(1);
  expect(permissions[0]?.split(" ")).toHaveLength(1_001);
  expect(permissions[0]).toMatch(/^s3:DeleteObject arn:aws:s3:::album\/photo-0 /);
  expect(isCut).toBe(true);
});

test.each([100, 10_000, 200_000])(
  "an XML body nested %i deep is deeper than any shape of AWS, and said to be unreadable",
  (depth) => {
    const body = `<Delete>${"<Object>".repeat(depth)}<Key>k</Key>${"</Object>".repeat(depth)}</Delete>`;
    expect(permitted(s3, body)).toEqual({ permissions: ["body-unreadable"], isCut: false });
  },
);
