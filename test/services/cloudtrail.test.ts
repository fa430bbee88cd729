import { expect, test } from "vitest";
import rules from "../../src/services/cloudtrail.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a trail of another account is the one that is read", () => {
  const TrailName = "arn:aws:cloudtrail:eu-west-1:111122223333:trail/all";
  expect(permits("ListInsightsMetricData", { EventSource: "a", EventName: "b", TrailName })).toContain(
    `cloudtrail:ListInsightsData ${TrailName}`,
  );
});
