import { expect, test } from "vitest";
import { answerBody } from "../../src/decode/answer/answer-body.ts";
import { learnedFacts } from "../../src/decode/answer/learned-facts.ts";
import { identityOfAccessKey } from "../../src/decode/sigv4/access-key.ts";
import { answersOf } from "../../src/services/decode-records.ts";
import { apiCall } from "../support/api-call.ts";
import { rawResponse } from "../support/raw-response.ts";

function learn(operation: string, input: Record<string, string>, text: string) {
  const rule = answersOf("STS", operation);
  if (rule === undefined) throw new Error(`no rule for ${operation}`);
  const response = rawResponse(text);
  const call = apiCall({ sdkId: "STS", operation, input, identity: "0123456789ab" });
  return learnedFacts(rule, { call, head: response, body: answerBody(response, response.body) });
}

// The examples of the API reference, keys replaced.
test("GetCallerIdentity names the caller's own key", () => {
  const text = `HTTP/1.1 200 OK

    <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
      <GetCallerIdentityResult>
       <Arn>arn:aws:iam::123456789012:user/Alice</Arn>
        <UserId>AIDACKCEVSQ6C2EXAMPLE</UserId>
        <Account>123456789012</Account>
      </GetCallerIdentityResult>
      <ResponseMetadata><RequestId>01234567-89ab-cdef-0123-456789abcdef</RequestId></ResponseMetadata>
    </GetCallerIdentityResponse>`;
  expect(learn("GetCallerIdentity", {}, text)).toEqual([
    {
      kind: "identity",
      id: "0123456789ab",
      account: "123456789012",
      arn: "arn:aws:iam::123456789012:user/Alice",
      from: "GetCallerIdentity",
    },
  ]);
});

test.each(["AssumeRole", "AssumeRoleWithWebIdentity", "AssumeRoleWithSAML"])(
  "%s names the role behind the new key, with the path that only the request has",
  (operation) => {
    const text = `HTTP/1.1 200 OK

      <${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>
        <AssumedRoleUser>
          <Arn>arn:aws:sts::123456789012:assumed-role/demo/TestAR</Arn>
          <AssumedRoleId>ARO123EXAMPLE123:TestAR</AssumedRoleId>
        </AssumedRoleUser>
        <Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId><SessionToken>AQoDYXdzEPT</SessionToken></Credentials>
      </${operation}Result></${operation}Response>`;
    const arn = "arn:aws:iam::123456789012:role/team/demo";
    expect(learn(operation, { RoleArn: arn }, text)).toEqual([
      { kind: "identity", id: identityOfAccessKey("ASIAEXAMPLE"), account: "123456789012", arn, from: operation },
    ]);
  },
);

test("GetSessionToken hands out another key of the caller's", () => {
  const text = `HTTP/1.1 200 OK

    <GetSessionTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetSessionTokenResult>
      <Credentials><SessionToken>AQoDYXdzEPT</SessionToken><AccessKeyId>ASIAEXAMPLE</AccessKeyId></Credentials>
    </GetSessionTokenResult></GetSessionTokenResponse>`;
  expect(learn("GetSessionToken", {}, text)).toMatchObject([
    { kind: "session", id: identityOfAccessKey("ASIAEXAMPLE"), of: "0123456789ab" },
  ]);
});

test("GetFederationToken names the federated user behind the new key", () => {
  const text = `HTTP/1.1 200 OK

    <GetFederationTokenResponse><GetFederationTokenResult>
      <Credentials><AccessKeyId>ASIAEXAMPLE</AccessKeyId></Credentials>
      <FederatedUser><Arn>arn:aws:sts::123456789012:federated-user/Jean</Arn></FederatedUser>
    </GetFederationTokenResult></GetFederationTokenResponse>`;
  expect(learn("GetFederationToken", {}, text)).toMatchObject([
    { arn: "arn:aws:sts::123456789012:federated-user/Jean", id: identityOfAccessKey("ASIAEXAMPLE") },
  ]);
});
