import { expect, test } from "vitest";
import type { PolicyDocument } from "../../src/iam/policy-document.ts";
import { neededElements } from "../../src/synthesize/needed-elements.ts";
import { prove } from "../../src/synthesize/proof.ts";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { observed } from "../support/observed-permission.ts";

test("an element is needed if a trial is allowed by it alone", () => {
  const documents: PolicyDocument[] = [
    {
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: ["x:A", "x:B"], Resource: ["arn:aws:x:::r", "arn:aws:x:::s*", "arn:aws:x:::s1"] },
        { Effect: "Allow", Action: "x:C", Resource: "arn:aws:x:::r", Condition: { StringEquals: { k: ["1", "2"] } } },
      ],
    },
  ];
  const requirements = requirementsOf([
    observed("x:A", "arn:aws:x:::r"),
    observed("x:B", "arn:aws:x:::s1"),
    observed("x:C", "arn:aws:x:::r", { conditions: { StringEquals: { k: ["2"] } } }),
  ]);
  expect([...neededElements(documents, prove(documents, requirements).trials)].sort()).toEqual([
    "0 0 Action 0",
    "0 0 Action 1",
    "0 0 Resource 0",
    "0 1 Action 0",
    "0 1 Resource 0",
    "0 1 StringEquals k 2",
  ]);
});
