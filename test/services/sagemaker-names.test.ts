import { expect, test } from "vitest";
import rules from "../../src/services/sagemaker.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a pipeline that is named by its ARN is taken as given, and in lower case", () => {
  const begin = "arn:aws:sagemaker:us-east-1:111122223333:pipeline/";
  expect(permits("StartPipelineExecution", { PipelineName: `${begin}Train` })).toEqual([
    `sagemaker:StartPipelineExecution ${begin}Train + ${begin}train`,
  ]);
});
