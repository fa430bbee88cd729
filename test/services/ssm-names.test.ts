import { expect, test } from "vitest";
import ssm from "../../src/services/ssm.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(ssm);

test.each(["AWS-RunShellScript", "AmazonCloudWatch-ManageAgent", "AWSSupport-TroubleshootSSH"])(
  "document %s is AWS's own and has no account",
  (Name) => {
    expect(permits("GetDocument", { Name })).toEqual([`ssm:GetDocument arn:aws:ssm:us-east-1::document/${Name}`]);
  },
);

test("a document shared by its ARN is taken as it is", () => {
  const Name = "arn:aws:ssm:us-east-1:111122223333:document/deploy";
  expect(permits("GetDocument", { Name })).toEqual([`ssm:GetDocument ${Name}`]);
});

test("a parameter's label and version are no part of its ARN", () => {
  for (const Name of ["/app/url:3", "/app/url:live", "app/url"]) {
    expect(permits("GetParameter", { Name })).toEqual([
      "ssm:GetParameter arn:aws:ssm:us-east-1:123456789012:parameter/app/url",
    ]);
  }
});

test("a node that is neither an instance nor a managed node is not guessed", () => {
  expect(permits("GetConnectionStatus", { Target: "somewhere" })).toEqual(["ssm:GetConnectionStatus *"]);
});
