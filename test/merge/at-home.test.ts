import { describe, expect, test } from "vitest";
import type { Statement } from "../../src/iam/policy-document.ts";
import { atHome, commonHome, placeNamed } from "../../src/merge/at-home.ts";

const call = (region: string, account: string): Statement => ({
  Effect: "Allow",
  Action: "sqs:SendMessage",
  Resource: `arn:aws:sqs:${region}:${account}:jobs`,
});

test.each([
  ["AWS::AccountId", "account"],
  ["aws:accountId", "account"],
  ["data.aws_caller_identity.this.account_id", "account"],
  ["self:provider.region", "region"],
  ["opt:region, self:provider.region", "region"],
  ["opt:region, 'eu-west-1'", "region"],
  ["opt:region, eu-west-1", "region"],
  ["self:provider.stage", undefined],
  [" var.region ", "region"],
  ["Aws.REGION", "region"],
  ["region.id", "region"],
  ["data.aws_partition.current.partition", "partition"],
  ["var.region_of_replica", undefined],
  ["data.aws_region.current", undefined],
  ["AWS::StackName", undefined],
])("%s is a place: %s", (expression, place) => {
  expect(placeNamed(expression)).toBe(place);
});

describe("a reference", () => {
  const HOME = { account: "111122223333" };

  test("has the value that home has", () => {
    const { textOf, isOpen } = atHome({ home: HOME, needed: [call("eu-west-1", "444455556666")] });
    expect([textOf("AWS::AccountId"), isOpen?.("AWS::AccountId")]).toEqual(["111122223333", false]);
  });

  test("has the only value that was seen, where home is not known", () => {
    const needed = [call("eu-west-1", "444455556666"), call("", "*")];
    const { textOf } = atHome({ home: HOME, needed });
    expect([textOf("AWS::Region"), textOf("AWS::Partition")]).toEqual(["eu-west-1", "aws"]);
  });

  test("is open where several were seen, and may be any where none was", () => {
    const several = atHome({ home: HOME, needed: [call("eu-west-1", "1"), call("us-east-1", "1")] });
    expect([several.textOf("AWS::Region"), several.isOpen?.("AWS::Region")]).toEqual([undefined, true]);
    const none = atHome({ home: HOME, needed: [] });
    expect([none.textOf("AWS::Region"), none.isOpen?.("AWS::Region")]).toEqual([undefined, false]);
  });

  test("to anything else is what the references say", () => {
    const references = {
      tool: "template",
      nameOf: () => ({ expression: "Jobs.Arn", rest: "" }),
      textOf: (expression: string) => `text of ${expression}`,
      notes: ["a note"],
    } as const;
    const known = atHome({ home: HOME, needed: [], references });
    expect([known.textOf("Jobs.Arn"), known.nameOf("x")?.expression, known.notes]).toEqual([
      "text of Jobs.Arn",
      "Jobs.Arn",
      ["a note"],
    ]);
  });
});

test("home is what all identities have in common", () => {
  const one = { account: "1", region: "eu-west-1", partition: "aws" };
  expect(commonHome([one, { ...one, region: "us-east-1" }])).toEqual({ account: "1", partition: "aws" });
  expect(commonHome([one, { account: "2" }])).toEqual({});
  expect([commonHome([]), commonHome([one])]).toEqual([{}, one]);
});

describe("what a reference was taken for", () => {
  const needed = [call("eu-west-1", "111122223333")];

  test("is told where one was read: a policy means another region where it is deployed to another", () => {
    const { textOf, taken } = atHome({ home: { account: "111122223333" }, needed });
    expect(taken()).toEqual([]);
    for (const expression of [" AWS::Region ", "AWS::Partition", "AWS::AccountId", "aws:region"]) textOf(expression);
    expect(taken()).toEqual([
      "`AWS::AccountId` is taken for 111122223333, and `AWS::Region` is taken for eu-west-1, where the calls were made",
    ]);
  });

  test("is told with what a state says it is", () => {
    const references = { tool: "terraform", nameOf: () => undefined, textOf: () => "us-east-1", notes: [] } as const;
    const { textOf, taken } = atHome({ home: {}, needed, references });
    expect(textOf("data.aws_region.current.name")).toBe("eu-west-1");
    expect(taken()).toEqual([
      "`data.aws_region.current.name` is taken for eu-west-1 (it was us-east-1 when it was deployed), where the calls were made",
    ]);
  });
});
