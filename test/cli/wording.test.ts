import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  counted,
  inThousands,
  noticeWording,
  refusedWords,
  tunnelWording,
  undecodedWords,
} from "../../src/cli/wording.ts";

describe("what hides calls", () => {
  test.each([
    ["not-aws", false],
    ["private-certificate", false],
    ["not-http", false],
    ["upstream-unverified", true],
    ["client-distrust", true],
    ["from-the-future", true],
    ["constructor", true],
  ])("tunnel %s: %s", (why, hidesCalls) => {
    expect(tunnelWording(why).hidesCalls).toBe(hidesCalls);
  });

  test.each([
    ["mocking-module", true],
    ["custom-lookup", true],
    ["observer-lost", true],
    ["refused", true],
    ["recording-full", true],
    ["callers-full", false],
    ["upstream-failed", false],
    ["client-handshake-failed", false],
    ["from-the-future", true],
  ])("notice %s: %s", (code, hidesCalls) => {
    expect(noticeWording(code).hidesCalls).toBe(hidesCalls);
  });
});

test("every reason for which the Node hook leaves a socket alone has words", () => {
  const hook = readFileSync(join(import.meta.dirname, "../../src/preload/register.cts"), "utf8");
  const codes = [...hook.matchAll(/(?:return|notice\(|\? undefined :) ?"([a-z-]+)"/g)].map(([, code]) => code ?? "");
  expect(codes).toHaveLength(7);
  expect(codes.filter((code) => noticeWording(code).words === code)).toEqual([]);
});

test("an unknown code stands for itself", () => {
  expect([tunnelWording("x").words, noticeWording("y").words, undecodedWords("z")]).toEqual(["x", "y", "z"]);
});

test.each([
  [{}, "AWS does not say by which policy"],
  [{ policyType: "identity-based" }, "no identity-based policy allowed it; this one does"],
  [{ policyType: "session" }, "no session policy allows it: a policy of the identity is not enough"],
  [
    { policyType: "resource-based" },
    "no resource-based policy allows it: a policy of the identity is enough within one account",
  ],
  [
    { policyType: "service-control", isExplicit: true },
    "an explicit deny in a service control policy: no other policy can lift it",
  ],
] as const)("who refused: %j", (denial, words) => {
  expect(refusedWords(denial)).toBe(words);
});

test.each([0, 7, 999, 1000, 12_345, 1_234_567])("%i is grouped as in English", (count) => {
  expect(inThousands(count)).toBe(count.toLocaleString("en-US"));
});

test("one is singular, thousands are grouped", () => {
  expect([counted(1, "call"), counted(1234, "call"), counted(2, "policy", "policies")]).toEqual([
    "1 call",
    "1,234 calls",
    "2 policies",
  ]);
});

test("what iamgen itself refused is told as such", () => {
  const denial = { policyType: "identity-based", deniedBy: "iamgen" } as const;
  expect([refusedWords(denial), refusedWords({ ...denial, isExplicit: true })]).toEqual([
    "not allowed by the enforced policy",
    "denied by the enforced policy",
  ]);
});
