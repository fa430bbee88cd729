import { expect, test } from "vitest";
import { hclString, sayablePolicies, terraformTemplate } from "../../src/render/terraform-text.ts";
import { identityPolicy } from "../support/identity-policy.ts";

const HOME = "arn:aws:s3:::b/$" + "{aws:username}";

test("what would begin an expression is doubled", () => {
  expect(hclString(HOME)).toBe('"arn:aws:s3:::b/$$' + '{aws:username}"');
  expect(hclString("%{if} $x 100% $$" + "{y}")).toBe('"%%{if} $x 100% $$$' + '{y}"');
});

test("quotes, backslashes and control characters are escaped as HCL reads them", () => {
  expect(hclString('a "b" \\ \n\t\b\f é')).toBe('"a \\"b\\" \\\\ \\n\\t\\u0008\\u000c é"');
});

test("places become data sources", () => {
  expect(
    terraformTemplate(["arn:", { place: "partition" }, ":sqs:", { place: "region" }, ":", { place: "account" }, ":q"]),
  ).toBe(
    "arn:$" +
      "{data.aws_partition.current.partition}:sqs:$" +
      "{data.aws_region.current.id}:$" +
      "{data.aws_caller_identity.current.account_id}:q",
  );
});

test("what the provider would take for a variable is a wildcard in every document", () => {
  const policy = (Resource: string) =>
    identityPolicy(
      { ids: ["k"] },
      { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource }] },
    );
  expect(sayablePolicies({ policies: [policy("arn:aws:s3:::b/a&{c} & d")], findings: [] })).toEqual({
    policies: [policy("arn:aws:s3:::b/a?{c} & d")],
    findings: [],
  });
});
