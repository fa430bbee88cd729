import { expect, test } from "vitest";
import { createAuthorizer } from "../../src/authorize/authorizer.ts";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { passesInstanceProfile, passesProfileIn } from "../../src/services/instance-profile.ts";
import { exampleCall, permitNotation } from "./example-call.ts";

const GROUNDS = {
  because: "it is so",
  see: "https://docs.aws.amazon.com/x",
  examples: [{ input: {}, permits: [] }],
} as const;

function permits(action: ReturnType<typeof passesInstanceProfile>, input: object, partition = "aws") {
  const operations = { RunInstances: { ...GROUNDS, authorizedActions: [{ action: "ec2:DescribeVpcs" }, action] } };
  const rules = () => ({ sdkId: "EC2", operations });
  const authorize = createAuthorizer({ apis: openApiIndex(), authorization: openAuthorizationIndex(), rules });
  const example = { input: { ...input }, partition, permits: [] };
  const call = exampleCall(example, { sdkId: "EC2", operation: "RunInstances", signingName: "ec2" });
  return authorize(call).slice(1);
}

const brief = (...given: Parameters<typeof permits>) => permits(...given).map(permitNotation);

const TO_EC2 = "if iam:PassedToService = ec2.amazonaws.com";

test("passes some role of the account, because the profile does not tell which", () => {
  const [permission] = permits(passesInstanceProfile("Profile"), { Profile: { Name: "web" } });
  expect(permission).toMatchObject({
    action: "iam:PassRole",
    origin: "pass-role",
    resources: ["arn:aws:iam::123456789012:role/*"],
    widened: { reason: "role-behind-instance-profile" },
  });
});

test("takes the account of the profile's ARN, and the partition's name of EC2", () => {
  const Arn = "arn:aws-cn:iam::111122223333:instance-profile/app/web";
  expect(brief(passesInstanceProfile("Profile"), { Profile: { Arn } }, "aws-cn")).toEqual([
    "iam:PassRole arn:aws-cn:iam::111122223333:role/* if iam:PassedToService = ec2.amazonaws.com.cn",
  ]);
});

test("reads members that hold an ARN or a name alone", () => {
  const action = passesProfileIn(["ProfileArn"], ["Profile"]);
  expect(brief(action, { Profile: "web" })).toEqual([`iam:PassRole arn:aws:iam::123456789012:role/* ${TO_EC2}`]);
});

test("passes nothing without a profile", () => {
  expect(brief(passesInstanceProfile("Profile"), {})).toEqual([]);
});
