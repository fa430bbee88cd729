import { expect, test } from "vitest";
import type { Learned } from "../../src/decode/api-call.ts";
import { withSessionOwners } from "../../src/record/session-owners.ts";
import { recordedCall, recording } from "../support/recording.ts";

const session = (id: string, of: string, account?: string): Learned => {
  return { kind: "session", id, of, ...(account === undefined ? {} : { account }) };
};
const identities = (...args: Parameters<typeof recording>) =>
  withSessionOwners(recording(...args)).calls.map(({ identity, account }) => [identity, account]);

test("calls by a key of a session are its owner's, in his account", () => {
  const { account: _, ...unplaced } = recordedCall({ n: 2, identity: "s" });
  const calls = [recordedCall({ identity: "k", account: "111122223333" }), unplaced];
  expect(identities({ calls, learned: [session("s", "k", "111122223333")] })).toEqual([
    ["k", "111122223333"],
    ["k", "111122223333"],
  ]);
});

test("a session of a session is the first owner's", () => {
  const calls = [recordedCall({ identity: "t", account: "444455556666" })];
  expect(identities({ calls, learned: [session("t", "s"), session("s", "k")] })).toEqual([["k", "444455556666"]]);
});

test("what is learned of a session is learned of its owner", () => {
  const arn = "arn:aws:iam::111122223333:user/ann";
  const fact = { kind: "identity", id: "s", account: "111122223333", arn, from: "GetCallerIdentity" } as const;
  expect(withSessionOwners(recording({ learned: [session("s", "k"), fact] })).learned).toContainEqual({
    ...fact,
    id: "k",
  });
});

test("a file in which sessions own each other is read to its end", () => {
  const calls = [recordedCall({ identity: "s" })];
  expect(identities({ calls, learned: [session("s", "t"), session("t", "s")] })).toHaveLength(1);
});

test("a recording without sessions stays the very same", () => {
  const plain = recording({ calls: [recordedCall({})] });
  expect(withSessionOwners(plain)).toBe(plain);
});
