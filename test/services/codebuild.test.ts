import { expect, test } from "vitest";
import codebuild from "../../src/services/codebuild.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(codebuild);
const SITE = "arn:aws:codebuild:us-east-1:123456789012:project/site";

test("the id of a build begins with its project, alone or in an ARN", () => {
  expect(permits("StopBuild", { id: "site:0f3a" })).toEqual([`codebuild:StopBuild ${SITE}`]);
  const arn = "arn:aws:codebuild:us-east-1:123456789012:build/site:0f3a";
  expect(permits("StopBuild", { id: arn })).toEqual([`codebuild:StopBuild ${SITE}`]);
});

test("builds of several projects are checked on each", () => {
  expect(permits("BatchGetBuilds", { ids: ["site:1", "shop:2"] })).toEqual([
    "codebuild:BatchGetBuilds arn:aws:codebuild:us-east-1:123456789012:project/shop + arn:aws:codebuild:us-east-1:123456789012:project/site",
  ]);
});
