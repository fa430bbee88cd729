import { expect, test } from "vitest";
import type { PolicyDocument, Statement } from "../../src/iam/policy-document.ts";
import { prove } from "../../src/synthesize/proof.ts";
import { proofDetail } from "../../src/synthesize/proof-detail.ts";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { observed } from "../support/observed-permission.ts";

const R = "arn:aws:x:::r";
const documents = (...statements: Partial<Statement>[]): PolicyDocument[] => [
  { Version: "2012-10-17", Statement: statements.map((one, at) => ({ Sid: `S${at}`, Effect: "Allow", ...one })) },
];
const detail = (policy: PolicyDocument[], ...all: Parameters<typeof requirementsOf>[0]) =>
  proofDetail(policy, prove(policy, requirementsOf(all)).trials).map(({ sid, element, value, calls, generalises }) => [
    sid,
    element,
    value,
    calls,
    ...(generalises ?? []),
  ]);

test("every element is told with the calls that cannot do without it", () => {
  const policy = documents({ Action: ["x:A", "x:B"], Resource: [R, `${R}2`] });
  expect(
    detail(
      policy,
      observed("x:A", R, { call: 2 }),
      observed("x:A", `${R}2`, { call: 1 }),
      observed("x:B", R, { call: 3 }),
    ),
  ).toEqual([
    ["S0", "Action", "x:A", [1, 2]],
    ["S0", "Action", "x:B", [3]],
    ["S0", "Resource", R, [2, 3]],
    ["S0", "Resource", `${R}2`, [1]],
  ]);
});

test("an element that no call needs alone has no calls", () => {
  const policy = documents({ Action: "x:A", Resource: R }, { Action: "x:*", Resource: R });
  expect(detail(policy, observed("x:A", R)).map(([, , , calls]) => calls)).toEqual([[], [], [], []]);
});

test("values of a condition key are elements where there are several", () => {
  const policy = documents({ Action: "x:A", Resource: R, Condition: { StringEquals: { k: ["1", "2"], one: "1" } } });
  const needs = (k: string, call: number) =>
    observed("x:A", R, { call, conditions: { StringEquals: { k: [k], one: ["1"] } } });
  expect(detail(policy, needs("1", 1), needs("2", 2)).slice(2)).toEqual([
    ["S0", "Condition StringEquals k", "1", [1]],
    ["S0", "Condition StringEquals k", "2", [2]],
  ]);
});

test("a resource that stands for more says why", () => {
  const widened = { reason: "generalised", detail: "a task has a new id in every run" };
  const policy = documents({ Action: "x:A", Resource: "arn:aws:x:::task/*" });
  expect(detail(policy, observed("x:A", "arn:aws:x:::task/*", { widened }))[1]).toEqual([
    "S0",
    "Resource",
    "arn:aws:x:::task/*",
    [1],
    "generalised: a task has a new id in every run",
  ]);
});
