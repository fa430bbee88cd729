import { describe, expect, test } from "vitest";
import { apiCall } from "../support/api-call.ts";
import { rawResponse } from "../support/raw-response.ts";
import { realDecoder } from "../support/real-decoder.ts";

describe("responses", () => {
  const CALL = apiCall({
    sdkId: "STS",
    operation: "AssumeRole",
    input: { RoleArn: "arn:aws:iam::123456789012:role/r" },
  });

  test("errors are read, answers only where a record asks for them", () => {
    expect(realDecoder.planResponse(apiCall(), { status: 403, headers: [] })).toBe(64 * 1024);
    expect(realDecoder.planResponse(apiCall(), { status: 200, headers: [] })).toBe(0);
    expect(realDecoder.planResponse(CALL, { status: 200, headers: [] })).toBeGreaterThan(8 * 1024);
  });

  test("a denial is told from a failure", () => {
    const denied = rawResponse(
      "HTTP/1.1 403 Forbidden\n\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
    );
    expect(realDecoder.readResponse(apiCall(), denied).outcome).toEqual({
      kind: "denied",
      httpStatus: 403,
      errorCode: "AccessDenied",
    });
    const expired = rawResponse("HTTP/1.1 400 Bad Request\n\n<Error><Code>ExpiredToken</Code></Error>");
    expect(realDecoder.readResponse(apiCall(), expired).outcome.kind).toBe("failed");
    expect(
      realDecoder.readResponse(apiCall({ operation: "HeadObject" }), { status: 403, headers: [] }).outcome,
    ).toEqual({
      kind: "denied",
      httpStatus: 403,
    });
  });

  test("a denial tells the missing action and who was refused, in every protocol's error", () => {
    const user = "arn:aws:sts::123456789012:assumed-role/deploy/session";
    const text = `User: ${user} is not authorized to perform: kms:Decrypt on resource: arn:aws:kms:us-east-1:123456789012:key/k because no identity-based policy allows the kms:Decrypt action`;
    const bodies = [
      `{"__type":"AccessDeniedException","Message":"${text}"}`,
      `{"code":"AccessDeniedException","message":"${text}"}`,
      `<Error><Code>AccessDenied</Code><Message>${text}</Message></Error>`,
      `<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>${text}</Message></Error></ErrorResponse>`,
      `<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>You are not authorized. ${text}</Message></Error></Errors></Response>`,
    ];
    for (const body of bodies) {
      const read = realDecoder.readResponse(apiCall(), rawResponse(`HTTP/1.1 403 Forbidden\n\n${body}`));
      expect(read.outcome, body).toMatchObject({
        kind: "denied",
        denial: { action: "kms:Decrypt", principal: user, policyType: "identity-based" },
      });
      expect(read.learned).toMatchObject([{ kind: "identity", account: "123456789012", arn: user }]);
    }
  });

  test("the identity behind a new key is learned", () => {
    const answer = rawResponse(
      "HTTP/1.1 200 OK\n\n<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId></Credentials></AssumeRoleResult></AssumeRoleResponse>",
    );
    expect(realDecoder.readResponse(CALL, answer).learned).toMatchObject([
      { kind: "identity", arn: "arn:aws:iam::123456789012:role/r", from: "AssumeRole" },
    ]);
  });

  test("an answer that makes no sense is still an outcome", () => {
    expect(realDecoder.readResponse(CALL, rawResponse("HTTP/1.1 200 OK\n\n<oops"))).toEqual({
      outcome: { kind: "succeeded", httpStatus: 200 },
      learned: [],
    });
  });
});
