import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openLimits } from "../../src/cli/check-limits.ts";
import { atHome } from "../../src/merge/at-home.ts";
import { tempDir } from "../support/temp-dir.ts";

const policy = (Resource: string) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sqs:*", Resource }],
});

function file(text: string, name = "limit.json"): string {
  const path = join(tempDir(), name);
  writeFileSync(path, text);
  return path;
}

const references = atHome({ home: { region: "eu-west-1" }, needed: [] });

describe("limits", () => {
  test("are none where none is asked for", async () => {
    expect(await (await openLimits({}))(references)).toEqual([]);
  });

  test("are read in their order, with what they refer to", async () => {
    const template = {
      Resources: {
        P: {
          Type: "AWS::IAM::ManagedPolicy",
          Properties: { PolicyDocument: policy("") },
        },
      },
    };
    const text = JSON.stringify(template).replace('""', '{"Fn::Sub":"arn:aws:sqs:${AWS::Region}:1:q"}');
    const within = [file(JSON.stringify(policy("*"))), file(text, "template.json")];
    const limits = await (await openLimits({ within }))(references);
    expect(limits.map(({ name, policy }) => [name, policy.statements[0]?.statement.Resource])).toEqual([
      [within[0], "*"],
      [within[1], "arn:aws:sqs:eu-west-1:1:q"],
    ]);
  });

  test.each([
    ["no policy", "{}"],
    ["two policies", JSON.stringify({ a: policy("*"), b: policy("*") })],
  ])("with %s are refused at once", async (_, text) => {
    await expect(openLimits({ within: [file(text)] })).rejects.toMatchObject({ code: "no-single-policy" });
  });
});
