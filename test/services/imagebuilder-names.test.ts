import { expect, test } from "vitest";
import rules from "../../src/services/imagebuilder.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a version in another account stays there", () => {
  const componentVersionArn = "arn:aws:imagebuilder:us-east-1:111122223333:component/agent/1.0.0";
  expect(permits("ListComponentBuildVersions", { componentVersionArn })).toEqual([
    `imagebuilder:ListComponentBuildVersions ${componentVersionArn}/*`,
  ]);
});

test("a pipeline is made under its name in lower case", () => {
  expect(permits("CreateImagePipeline", { name: "Web" })[0]).toMatch(/:image-pipeline\/web$/);
});
