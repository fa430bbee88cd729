import { expect, test } from "vitest";
import { answerBody } from "../../src/decode/answer/answer-body.ts";
import { learnedFacts } from "../../src/decode/answer/learned-facts.ts";
import { identityOfAccessKey } from "../../src/decode/sigv4/access-key.ts";
import { answersOf } from "../../src/services/decode-records.ts";
import { apiCall } from "../support/api-call.ts";
import { rawResponse } from "../support/raw-response.ts";

test.each(["PutObject", "GetObject", "HeadObject", "CopyObject", "CreateMultipartUpload"])(
  "the answer of %s names the key of its object in the head, so no object is read",
  (operation) => {
    const rule = answersOf("S3", operation);
    expect(rule?.bodyBytes).toBe(0);
    expect(rule?.facts).toMatchObject([{ kind: "key", key: [{ from: "header" }] }]);
  },
);

test("the key of a session with a directory bucket is the caller's", () => {
  const rule = answersOf("S3", "CreateSession");
  if (rule === undefined) throw new Error("no rule");
  const response = rawResponse(`HTTP/1.1 200 OK
    content-type: application/xml

    <?xml version="1.0" encoding="UTF-8"?>
    <CreateSessionResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Credentials>
      <SessionToken>t</SessionToken><SecretAccessKey>s</SecretAccessKey><AccessKeyId>ASIAEXAMPLE</AccessKeyId>
    </Credentials></CreateSessionResult>`);
  const call = apiCall({ sdkId: "S3", operation: "CreateSession", identity: "0123456789ab" });

  expect(learnedFacts(rule, { call, head: response, body: answerBody(response, response.body) })).toMatchObject([
    { kind: "session", id: identityOfAccessKey("ASIAEXAMPLE"), of: "0123456789ab" },
  ]);
});
