import { expect, test } from "vitest";
import { ATTACHMENTS } from "../../src/render/index.ts";
import { pulumiTypescript } from "../../src/render/pulumi-typescript.ts";
import { NO_DOCUMENT, ONE_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS } from "../support/policy-sample.ts";

const SIGNATURES = {
  "managed-policy": "(role: pulumi.Input<string>): aws.iam.Policy",
  "role-inline": "(role: pulumi.Input<string>): aws.iam.RolePolicy",
  "user-inline": "(user: pulumi.Input<string>): aws.iam.UserPolicy",
  "group-inline": "(group: pulumi.Input<string>): aws.iam.GroupPolicy",
  "session-policy": "(): pulumi.Output<string>",
  "permissions-boundary": "(): aws.iam.Policy",
} as const;

test.each(ATTACHMENTS)("%s", (attachAs) => {
  const [file, ...more] = pulumiTypescript.render(SEVERAL_DOCUMENTS, { ...SETTINGS, attachAs });
  expect(more).toEqual([]);
  expect(file).toMatchObject({ suffix: "", extension: "ts" });
  const names = ["iamgenWorker1", "iamgenWorker2", "iamgenK2"];
  expect(file?.text.match(/(?<=export function ).*(?= \{)/g)).toEqual(names.map((name) => name + SIGNATURES[attachAs]));
});

test("places come from the provider", () => {
  const text = pulumiTypescript.render(ONE_DOCUMENT, SETTINGS)[0]?.text;
  expect(text).toContain("const account = aws.getCallerIdentityOutput();\n");
  expect(text).toContain(
    "pulumi.interpolate`arn:$" + "{partition.partition}:kms:$" + "{region.id}:$" + "{account.accountId}:",
  );
});

test("a literal session policy needs no provider", () => {
  const text = pulumiTypescript.render(ONE_DOCUMENT, { literal: true, attachAs: "session-policy" })[0]?.text;
  expect(text).toMatch(/^import \* as pulumi from "@pulumi\/pulumi";\n\nexport function iamgen\(\)/);
});

test("no policy, no file", () => {
  expect(pulumiTypescript.render(NO_DOCUMENT, SETTINGS)).toEqual([]);
});
