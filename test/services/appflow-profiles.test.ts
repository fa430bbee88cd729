import { expect, test } from "vitest";
import appflow from "../../src/services/appflow.ts";
import { permitsOf } from "./permits-of.ts";

test("a flow between services without profiles uses none", () => {
  expect(
    permitsOf(appflow)("UpdateFlow", {
      flowName: "leads",
      sourceFlowConfig: { connectorType: "S3" },
      destinationFlowConfigList: [{ connectorType: "EventBridge" }],
    }),
  ).toEqual(["appflow:UpdateFlow arn:aws:appflow:us-east-1:123456789012:flow/leads"]);
});
