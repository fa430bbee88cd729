import { expect, test } from "vitest";
import { nearestName } from "../../src/iam/nearest-name.ts";

const NAMES = ["GetObject", "GetObjectAcl", "PutObject", "InvokeFunction", "InvokeFunctionUrl"];

test.each([
  ["GetObjct", "GetObject"],
  ["getobject", "GetObject"],
  ["GteObject", "GetObject"],
  ["PutObjects", "PutObject"],
  ["Invoke", "InvokeFunction"],
  ["DeleteTable", undefined],
  ["", undefined],
])("%j is nearest to %j", (name, nearest) => {
  expect(nearestName(name, NAMES)).toBe(nearest);
});

test.each([
  ["regoin", ["region", "partition"], "region"],
  ["chekc", ["check", "ca"], "check"],
  ["attachAs", ["attach-as", "account"], "attach-as"],
  ["colour", ["region", "widen"], undefined],
  ["x", [], undefined],
])("%s is nearest to one of %j: %s", (name, candidates, nearest) => {
  expect(nearestName(name, candidates)).toBe(nearest);
});

test("of equally near names the first in the alphabet is taken, whatever their order", () => {
  expect(nearestName("Gat", ["Get", "Bat"])).toBe("Bat");
  expect(nearestName("Gat", ["Bat", "Get"])).toBe("Bat");
});
