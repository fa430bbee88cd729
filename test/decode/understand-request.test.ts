import { expect, test } from "vitest";
import { createApiDirectory } from "../../src/decode/api-directory.ts";
import { readableBody } from "../../src/decode/body/readable-body.ts";
import { createOperationChooser } from "../../src/decode/choose-operation.ts";
import { requestView } from "../../src/decode/request-view.ts";
import { mayHideInForm, understandRequest } from "../../src/decode/understand-request.ts";
import { apiIndex } from "../support/api-models.ts";
import { type RawOptions, rawRequest, signed } from "../support/raw-request.ts";

const apis = apiIndex(
  {
    client: "queues",
    protocols: ["query"],
    apiVersion: "2012-11-05",
    legacySignature: "v2",
    operations: [{ name: "SendMessage" }],
  },
  { client: "things", protocols: ["rest-json"], operations: [{ name: "Search", method: "GET", path: "/search" }] },
);
const directory = createApiDirectory(apis, () => undefined);
const understanding = { directory, choose: createOperationChooser({ apis, directory, addressing: () => undefined }) };

function understand(text: string, options?: RawOptions) {
  const request = rawRequest(text, options);
  const view = requestView(request);
  return understandRequest(understanding, view, readableBody(view, request.body));
}

const FORM = "Content-Type: application/x-www-form-urlencoded";
const QUEUES = `HTTP/1.1\nHost: h\n${signed("us-east-1/queues")}`;

test("finds the action of a form behind 50 kB of other fields", () => {
  const body = Buffer.from(`MessageBody=${"x".repeat(50_000)}&Version=2012-11-05&Action=SendMessage`);
  const { chosen, form } = understand(`POST / ${QUEUES}\n${FORM}`, { body });
  expect(chosen).toMatchObject({ kind: "chosen", operation: { name: "SendMessage" } });
  expect(form.map(([name]) => name)).toEqual(["MessageBody", "Version", "Action"]);
});

test("a form that was cut before its action is unreadable", () => {
  const body = Buffer.from(`MessageBody=${"x".repeat(50_000)}&Action=SendMessage&Version=2012-11-05`);
  const { chosen } = understand(`POST / ${QUEUES}\n${FORM}`, { body, kept: 1_000 });
  expect(chosen).toEqual({ kind: "none", reason: "body-unreadable", detail: "form is cut" });
});

test("reads query string and form together where the action stands in the URL", () => {
  const { form } = understand(`POST /?Action=SendMessage&Version=2012-11-05 ${QUEUES}\n${FORM}\n\nMessageBody=a`);
  expect(form.map(([name]) => name)).toEqual(["Action", "Version", "MessageBody"]);
});

test("finds a signature that stands in the form", () => {
  const text = `POST / HTTP/1.1\nHost: h\n${FORM}\n\nAction=SendMessage&Version=2012-11-05&AWSAccessKeyId=K&SignatureVersion=2&Signature=0`;
  expect(understand(text)).toMatchObject({
    signature: { kind: "legacy", accessKeyId: "K" },
    chosen: { kind: "chosen", operation: { name: "SendMessage" } },
  });
});

test("a posted query is that of the operation which is a GET", () => {
  const { chosen, view } = understand(`POST /search HTTP/1.1\nHost: h\n${signed("us-east-1/things")}\n${FORM}\n\nq=a`);
  expect(chosen).toMatchObject({ kind: "chosen", operation: { name: "Search" } });
  expect(view.query).toEqual([["q", "a"]]);
});

test("a malformed signature ends it", () => {
  const text = "GET /search HTTP/1.1\nHost: h\nAuthorization: AWS4-HMAC-SHA256 Credential=oops";
  expect(understand(text).chosen).toEqual({ kind: "none", reason: "malformed-request", detail: "credential scope" });
});

test.each([
  ["POST", "queues", FORM, true],
  ["POST", "queues", "Accept: */*", true],
  ["POST", "things", FORM, true],
  ["POST", "things", "Accept: */*", false],
  ["POST", "queues", "X-Amz-Target: Q.SendMessage", false],
  ["GET", "queues", FORM, false],
])("%s to %s with %j: the operation may hide in a form: %s", (method, name, header, expected) => {
  const view = requestView(rawRequest(`${method} / HTTP/1.1\nHost: h\n${signed(`us-east-1/${name}`)}\n${header}`));
  expect(mayHideInForm(understanding, view)).toBe(expected);
});
