import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ApiCall, Undecoded } from "../../src/decode/api-call.ts";
import { createDecoder } from "../../src/decode/decoder.ts";
import { type RawOptions, rawRequest, signed } from "../support/raw-request.ts";
import { REAL_CONTEXT, realDecoder } from "../support/real-decoder.ts";

function decode(text: string, options?: RawOptions): ApiCall | Undecoded {
  const decoded = realDecoder.decodeRequest(rawRequest(text, options));
  return "call" in decoded ? decoded.call : decoded;
}

const MAX = 16 * 1024 * 1024;

describe("requests", () => {
  test("an object upload is decoded from its head, whose body is not asked for", () => {
    const text = `PUT /a//b%20c.jpg HTTP/1.1
      Host: photos.s3.eu-central-1.amazonaws.com
      ${signed("eu-central-1/s3")}
      Expect: 100-continue
      Content-Length: 209715200`;
    const request = rawRequest(text);
    expect(realDecoder.planRequest(request, MAX)).toBe(0);
    expect(decode(text, { body: Buffer.alloc(100), kept: 0 })).toMatchObject({
      sdkId: "S3",
      operation: "PutObject",
      region: "eu-central-1",
      input: { Bucket: "photos", Key: "a//b c.jpg" },
      members: ["Body", "Bucket", "ContentLength", "Key"],
    });
    expect(decode(text, { body: Buffer.alloc(100), kept: 0 })).not.toHaveProperty("inputTruncated");
  });

  test("one API is decoded in the protocol of each generation of SDKs", () => {
    const head = `HTTP/1.1\nHost: sqs.us-east-1.amazonaws.com\n${signed("us-east-1/sqs")}`;
    const url = "https://sqs.us-east-1.amazonaws.com/123456789012/jobs";
    const json = `POST / ${head}\nX-Amz-Target: AmazonSQS.SendMessage\n\n{"QueueUrl":"${url}","MessageBody":"shh"}`;
    const form = `POST / ${head}\nContent-Type: application/x-www-form-urlencoded\n\nMessageBody=shh&QueueUrl=${encodeURIComponent(url)}&Version=2012-11-05&Action=SendMessage`;
    const byUrl = `POST /123456789012/jobs ${head}\nContent-Type: application/x-www-form-urlencoded\n\nAction=SendMessage&Version=2012-11-05&MessageBody=shh`;
    for (const [text, protocol] of [
      [json, "json"],
      [form, "query"],
      [byUrl, "query"],
    ] as const) {
      expect(decode(text)).toMatchObject({
        sdkId: "SQS",
        operation: "SendMessage",
        protocol,
        input: { QueueUrl: url },
        members: ["MessageBody", "QueueUrl"],
      });
    }
  });

  test("a compressed body is read", () => {
    const text = `POST / HTTP/1.1\nHost: monitoring.us-east-1.amazonaws.com\n${signed("us-east-1/monitoring")}\nContent-Encoding: gzip\nContent-Type: application/x-www-form-urlencoded`;
    const body = gzipSync("Action=PutMetricData&Version=2010-08-01&Namespace=app");
    expect(decode(text, { body })).toMatchObject({
      sdkId: "CloudWatch",
      operation: "PutMetricData",
      input: { Namespace: "app" },
    });
  });

  test("a presigned URL is a call of the operation that it is for", () => {
    const credential = "AKIARZPUZDIKABUWC3LH%2F20260115%2Fus-east-1%2Fs3%2Faws4_request";
    const query = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=${credential}&X-Amz-Signature=0&x-id=GetObject`;
    expect(decode(`GET /cat.jpg?${query} HTTP/1.1\nHost: photos.s3.amazonaws.com`)).toMatchObject({
      operation: "GetObject",
      auth: "sigv4-query",
      account: "123456789012",
      members: ["Bucket", "Key"],
    });
  });

  test("an unsigned operation is anonymous, any other unsigned request is told as such", () => {
    const host = "Host: cognito-idp.us-east-1.amazonaws.com";
    const target = "X-Amz-Target: AWSCognitoIdentityProviderService";
    expect(decode(`POST / HTTP/1.1\n${host}\n${target}.InitiateAuth\n\n{"ClientId":"c"}`)).toMatchObject({
      operation: "InitiateAuth",
      identity: "anonymous",
      auth: "none",
    });
    expect(decode(`POST / HTTP/1.1\n${host}\n${target}.AdminGetUser\n\n{}`)).toMatchObject({ reason: "unsigned" });
    expect(decode("GET /public.txt HTTP/1.1\nHost: photos.s3.amazonaws.com")).toMatchObject({ reason: "unsigned" });
  });

  test("a bearer token is told apart from keys", () => {
    const text = `POST /model/amazon.nova-lite-v1%3A0/converse HTTP/1.1
      Host: bedrock-runtime.us-east-1.amazonaws.com
      Authorization: Bearer abc
      Content-Type: application/json

      {"messages":[]}`;
    expect(decode(text)).toMatchObject({ operation: "Converse", identity: "bearer", region: "us-east-1" });
  });

  test("a session key of a directory bucket tells no account", () => {
    const text = `GET /a HTTP/1.1
      Host: b--use1-az4--x-s3.s3express-use1-az4.us-east-1.amazonaws.com
      ${signed("us-east-1/s3express", "ASIARZPUZDIKABUWC3LH")}
      x-amz-s3session-token: t`;
    expect(decode(text)).toMatchObject({ operation: "GetObject", signingName: "s3express" });
    expect(decode(text)).not.toHaveProperty("account");
  });

  test("a call whose payload streams is decoded from its head", () => {
    const text = `POST /2021-11-15/functions/resize/response-streaming-invocations HTTP/1.1
      Host: lambda.us-east-1.amazonaws.com
      ${signed("us-east-1/lambda")}
      Transfer-Encoding: chunked`;
    expect(realDecoder.planRequest(rawRequest(text), MAX)).toBe(0);
    expect(decode(text)).toMatchObject({ operation: "InvokeWithResponseStream", input: { FunctionName: "resize" } });
  });

  test("a conversation that streams both ways is decoded from its head", () => {
    const text = `POST /bots/B/botAliases/A/botLocales/en_US/sessions/S/conversation HTTP/1.1
      Host: runtime-v2-lex.us-east-1.amazonaws.com
      ${signed("us-east-1/lex")}
      Content-Type: application/vnd.amazon.eventstream
      X-Amz-Content-Sha256: STREAMING-AWS4-HMAC-SHA256-EVENTS`;
    expect(realDecoder.planRequest(rawRequest(text), MAX)).toBe(0);
    expect(decode(text)).toMatchObject({ operation: "StartConversation", input: { botId: "B", botAliasId: "A" } });
  });

  test("retries of one call share its invocation id", () => {
    const text = `GET / HTTP/1.1\nHost: s3.amazonaws.com\n${signed("us-east-1/s3")}\namz-sdk-invocation-id: i-1\namz-sdk-request: attempt=`;
    const retry = realDecoder.decodeRequest(rawRequest(`${text}2`));
    expect(retry).toMatchObject({ call: { operation: "ListBuckets" }, invocationId: "i-1" });
    expect(realDecoder.decodeRequest(rawRequest(`${text}1`))).toEqual({ ...retry, isFirstAttempt: true });
  });

  test("a role that is passed on is kept wherever it stands, secrets are not", () => {
    const role = "arn:aws:iam::123456789012:role/task";
    const body = JSON.stringify({
      family: "web",
      taskRoleArn: role,
      containerDefinitions: [{ environment: [{ name: "PW", value: "hunter2" }] }],
    });
    const text = `POST / HTTP/1.1\nHost: ecs.us-east-1.amazonaws.com\n${signed("us-east-1/ecs")}\nX-Amz-Target: AmazonEC2ContainerServiceV20141113.RegisterTaskDefinition\n\n${body}`;
    const call = decode(text);
    expect(call).toMatchObject({ operation: "RegisterTaskDefinition", input: { taskRoleArn: role } });
    expect(JSON.stringify(call)).not.toContain("hunter2");
  });

  test("a failure of ours is told, not thrown, and quotes nothing of the request", () => {
    const broken = createDecoder({
      ...REAL_CONTEXT,
      pathsRead: () => {
        throw new RangeError("secret of the request");
      },
    });
    const request = rawRequest(`GET / HTTP/1.1\nHost: s3.amazonaws.com\n${signed("us-east-1/s3")}`);
    expect(broken.decodeRequest(request)).toEqual({
      kind: "undecoded",
      reason: "internal",
      authority: "s3.amazonaws.com",
      method: "GET",
      detail: "RangeError",
    });
  });

  test("no request makes it throw", () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom("/", "%2F", "?", "&", "=", "Action=", "x-id=", "X-Amz-Credential=a/b/c"),
    );
    const target = fc.array(part).map((parts) => `/${parts.join("").replace(/\s/g, "")}`);
    fc.assert(
      fc.property(
        fc.constantFrom("GET", "PUT", "POST", ""),
        target,
        fc.uint8Array(),
        fc.string(),
        (method, path, body, type) => {
          const head = rawRequest(`GET / HTTP/1.1\nHost: s3.amazonaws.com\n${signed("us-east-1/s3")}`, { body });
          const request = {
            ...head,
            method,
            target: path,
            headers: [...head.headers, ["Content-Type", type] as const],
          };
          const decoded = realDecoder.decodeRequest(request);
          expect("call" in decoded || decoded.reason !== "internal").toBe(true);
          expect(realDecoder.planRequest(request, MAX)).toBeLessThanOrEqual(MAX);
        },
      ),
    );
  });
});
