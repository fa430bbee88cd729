import { expect, test } from "vitest";
import { batchOf, passesConnection, takesRole, withConnection } from "../../src/services/glue-shared-rules.ts";

test("hands a connection over only where the request names one", () => {
  expect(passesConnection("Settings.ConnectionName")).toMatchObject({
    action: "glue:PassConnection",
    when: { kind: "present", path: "Settings.ConnectionName" },
    origin: "dependent",
  });
  const example = { input: {}, permits: [] };
  expect(withConnection("CreateTable", "C", example).authorizedActions.map(({ action }) => action)).toEqual([
    "glue:CreateTable",
    "glue:PassConnection",
  ]);
});

test("checks a batch as itself and as its single call, with an example of both", () => {
  const rule = batchOf("BatchGetJobs", { single: "GetJob", type: "job", names: "JobNames", on: "job/a" });
  expect(rule.authorizedActions.map(({ action, origin }) => [action, origin])).toEqual([
    ["glue:BatchGetJobs", undefined],
    ["glue:GetJob", "dependent"],
  ]);
  expect(rule.examples[0]).toEqual({
    input: { JobNames: ["a"] },
    permits: [
      "glue:BatchGetJobs arn:aws:glue:us-east-1:123456789012:job/a",
      "glue:GetJob arn:aws:glue:us-east-1:123456789012:job/a",
    ],
  });
});

test("shows a role by name and by ARN", () => {
  const inputs = takesRole("CreateCrawler", { input: { Name: "a" }, on: "*" }).examples.map(({ input }) => input);
  expect(inputs).toEqual([
    { Name: "a", Role: "service-role/crawls" },
    { Name: "a", Role: "arn:aws:iam::123456789012:role/service-role/crawls" },
  ]);
});
