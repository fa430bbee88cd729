import { expect, test } from "vitest";
import rules from "../../src/services/tagging-api.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("an S3 object's bucket is not tagged for another API's ARN that looks like one", () => {
  const ResourceARNList = ["arn:aws:s3:us-east-1:123456789012:accesspoint/a"];
  expect(permits("TagResources", { ResourceARNList, Tags: { a: "b" } })).toEqual(["tag:TagResources *"]);
});

test("resources of one API are tagged by one permission", () => {
  const arns = ["a", "b"].map((name) => `arn:aws:sns:us-east-1:123456789012:${name}`);
  expect(permits("UntagResources", { ResourceARNList: arns, TagKeys: ["a"] })).toContain(
    `sns:UntagResource ${arns.join(" + ")}`,
  );
});
