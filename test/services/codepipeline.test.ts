import { expect, test } from "vitest";
import rules from "../../src/services/codepipeline.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("an older connection is passed under its own name", () => {
  const ConnectionArn = "arn:aws:codestar-connections:us-east-1:123456789012:connection/a1b2";
  const pipeline = { name: "shop", stages: [{ actions: [{ configuration: { ConnectionArn } }] }] };
  expect(permits("UpdatePipeline", { pipeline })).toContain(
    `codestar-connections:PassConnection ${ConnectionArn} if codestar-connections:PassedToService = codepipeline.amazonaws.com`,
  );
});
