import { expect, test } from "vitest";
import { actionKey, isSameAction, parseAction } from "../../src/iam/action.ts";

test("an action is a prefix and a name", () => {
  expect(parseAction("s3:GetObject")).toEqual({ servicePrefix: "s3", name: "GetObject" });
});

test.each(["", "*", "s3", "s3:", ":GetObject", "a:b:c"])("%j is no action", (text) => {
  expect(parseAction(text)).toBeUndefined();
});

test("spelling in another case is the same action", () => {
  expect(isSameAction("IAM:listaccesskeys", "iam:ListAccessKeys")).toBe(true);
  expect(isSameAction("iam:ListAccessKeys", "iam:ListAccessKey")).toBe(false);
  expect(actionKey("S3:GetObject")).toBe("s3:getobject");
});
