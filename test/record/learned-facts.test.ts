import { expect, test } from "vitest";
import type { Learned } from "../../src/decode/api-call.ts";
import { createdFacts, identityFacts } from "../../src/record/learned-facts.ts";
import { recording } from "../support/recording.ts";

const identity: Learned = {
  kind: "identity",
  id: "k",
  account: "111122223333",
  arn: "arn:aws:iam::111122223333:user/u",
  from: "x",
};
const created: Learned = { kind: "created", resource: "i-0123456789abcdef0", by: "RunInstances" };

test("facts are told apart by kind", () => {
  const learned: Learned[] = [created, identity, { kind: "role", role: "r", of: "p" }];
  const seen = recording({ learned });
  expect(identityFacts(seen)).toEqual([identity]);
  expect(createdFacts(seen)).toEqual([created]);
});
