import { expect, test } from "vitest";
import { parseParameters } from "../../src/decode/percent-decoding.ts";
import { requestView } from "../../src/decode/request-view.ts";
import { actionOf, formLikelihood, wireOperationOfHead } from "../../src/decode/wire-operation.ts";
import { rawRequest } from "../support/raw-request.ts";

const view = (text: string) => requestView(rawRequest(text));

test("reads the path of rpc-v2-cbor, also below a path of the endpoint", () => {
  const head = "HTTP/1.1\nHost: h\nsmithy-protocol: rpc-v2-cbor";
  const expected = { kind: "cbor-path", target: "GraniteServiceVersion20100801", operation: "PutMetricData" };
  const path = "/service/GraniteServiceVersion20100801/operation/PutMetricData";
  expect(wireOperationOfHead(view(`POST ${path} ${head}`))).toEqual(expected);
  expect(wireOperationOfHead(view(`POST /base${path} ${head}`))).toEqual(expected);
});

test("takes the path of rpc-v2-cbor for another one without the protocol's mark", () => {
  expect(wireOperationOfHead(view("POST /service/a/operation/b HTTP/1.1\nHost: h")).kind).toBe("rest");
});

test("splits the target at its last dot", () => {
  expect(
    wireOperationOfHead(view("POST / HTTP/1.1\nHost: h\nX-Amz-Target: com.amazonaws.support.Foo.ListThings")),
  ).toEqual({
    kind: "target",
    target: "com.amazonaws.support.Foo",
    operation: "ListThings",
  });
});

test("reads the action of a query string", () => {
  expect(
    wireOperationOfHead(view("GET /?Version=2011-06-15&Action=GetCallerIdentity HTTP/1.1\nHost: h")),
  ).toMatchObject({
    kind: "action",
    operation: "GetCallerIdentity",
    version: "2011-06-15",
  });
});

test("finds the action of a form wherever it stands", () => {
  const long = `PolicyDocument=${"x".repeat(50_000)}&Version=2010-05-08&Action=CreatePolicy`;
  expect(actionOf(parseParameters(long))).toMatchObject({ operation: "CreatePolicy", version: "2010-05-08" });
  expect(actionOf(parseParameters("Action=&Version=1"))).toBeUndefined();
});

test.each([
  ["POST", "Content-Type: application/x-www-form-urlencoded; charset=utf-8", "declared"],
  ["POST", "Accept: */*", "possible"],
  ["POST", "Content-Type: application/json", "none"],
  ["PUT", "Content-Type: application/x-www-form-urlencoded", "none"],
])("%s with %j: a form is %s", (method, header, likelihood) => {
  expect(formLikelihood(view(`${method} / HTTP/1.1\nHost: h\n${header}`))).toBe(likelihood);
});
