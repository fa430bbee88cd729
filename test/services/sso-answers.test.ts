import { expect, test } from "vitest";
import { answerBody } from "../../src/decode/answer/answer-body.ts";
import { learnedFacts } from "../../src/decode/answer/learned-facts.ts";
import { identityOfAccessKey } from "../../src/decode/sigv4/access-key.ts";
import { ssoAnswers } from "../../src/services/sso-answers.ts";
import { apiCall } from "../support/api-call.ts";
import { rawResponse } from "../support/raw-response.ts";

test("GetRoleCredentials names the role of the permission set, as far as it is known", () => {
  const [rule] = ssoAnswers;
  if (rule === undefined) throw new Error("no rule");
  const response = rawResponse(`HTTP/1.1 200 OK
    content-type: application/json

    {"roleCredentials": {"accessKeyId": "ASIAEXAMPLE", "expiration": 1700000000000, "secretAccessKey": "s", "sessionToken": "t"}}`);
  const input = { accountId: "111122223333", roleName: "Developer" };
  const call = apiCall({ sdkId: "SSO", operation: "GetRoleCredentials", input, partition: "aws-cn" });

  expect(learnedFacts(rule, { call, head: response, body: answerBody(response, response.body) })).toEqual([
    {
      kind: "identity",
      id: identityOfAccessKey("ASIAEXAMPLE"),
      account: "111122223333",
      arn: "arn:aws-cn:sts::111122223333:assumed-role/AWSReservedSSO_Developer_*",
      from: "GetRoleCredentials",
    },
  ]);
});
