import { expect, test } from "vitest";
import { accountOfAccessKey, identityOfAccessKey, namesAccessKey } from "../../../src/decode/sigv4/access-key.ts";

test.each([
  ["ASIAY34FZKBOKMUTVV7A", "609629065308"],
  ["ASIAQNZGKIQY56JQ7WML", "029608264753"],
  ["AKIARZPUZDIKABUWC3LH", "123456789012"],
])("the key id %s encodes account %s", (accessKeyId, account) => {
  expect(accountOfAccessKey(accessKeyId)).toBe(account);
});

test.each([
  ["AKIAIOSFODNN7EXAMPLE", "is of the old generation"],
  ["LKIAQAAAAAAAAAAAAAAA", "is a stand-in's"],
  ["AROAY34FZKBOKMUTVV7A", "is no access key"],
  ["test", "is a made-up word"],
  ["", "is empty"],
])("%j encodes no account: it %s", (accessKeyId) => {
  expect(accountOfAccessKey(accessKeyId)).toBeUndefined();
});

test("names a key by a short hash that does not contain it", () => {
  expect(identityOfAccessKey("AKIDEXAMPLE")).toBe("7a898e50dbd5");
});

test("finds a key id in a text", () => {
  expect(namesAccessKey("AKIARZPUZDIKABUWC3LH")).toBe(true);
  expect(namesAccessKey("key=ASIAY34FZKBOKMUTVV7A;")).toBe(true);
  expect(namesAccessKey("arn:aws:iam::123456789012:user/AKIA")).toBe(false);
});
