import { expect, test } from "vitest";
import { choosePermissions, type DeniedCalls } from "../../src/synthesize/denied-calls.ts";
import { synthesize } from "../../src/synthesize/synthesize.ts";
import { SMALL_INDEX } from "../support/authorization-index.ts";
import { observed } from "../support/observed-permission.ts";

const KEY = "arn:aws:s3:::photos/k";
const read = observed("s3:GetObject", KEY, { call: 1 });
const refusedRead = observed("s3:GetObject", KEY, { call: 2, outcome: "denied" });
const refusedWrite = observed("s3:PutObject", KEY, { call: 3, outcome: "denied" });
const failedList = observed("s3:ListBucket", "arn:aws:s3:::photos", { call: 4, outcome: "failed" });
const ALL = [read, refusedRead, refusedWrite, failedList];

test.each<[DeniedCalls, number[], string | undefined, number[]]>([
  ["include", [1, 2, 3, 4], undefined, []],
  [
    "exclude",
    [1, 4],
    "`--denied exclude` leaves out what calls that AWS refused needed: `s3:GetObject`, `s3:PutObject`",
    [2, 3],
  ],
  [
    "only",
    [2, 3],
    "`--denied only` leaves out what calls that were not refused needed: `s3:GetObject`, `s3:ListBucket`",
    [1, 4],
  ],
])("%s takes the calls %j", (denied, calls, message, leftOut) => {
  const { chosen, findings } = choosePermissions(ALL, denied);
  expect(chosen.map(({ call }) => call)).toEqual(calls);
  expect(findings).toEqual(
    message === undefined ? [] : [{ code: "left-out", severity: "warning", message, calls: leftOut }],
  );
});

test.each<DeniedCalls>(["include", "exclude"])("%s says nothing where nothing was refused", (denied) => {
  expect(choosePermissions([read, failedList], denied)).toEqual({ chosen: [read, failedList], findings: [] });
});

test("only refused calls, and nothing was refused: no policy, and that is said", () => {
  const { policies, findings } = synthesize([read], { identities: [], authorization: SMALL_INDEX, denied: "only" });
  expect(policies).toEqual([]);
  expect(findings.map(({ code }) => code)).toEqual(["left-out"]);
});

test("the policy without refused calls still grants what another call needs", () => {
  const { policies } = synthesize(ALL, { identities: [], authorization: SMALL_INDEX, denied: "exclude" });
  const actions = policies
    .flatMap(({ documents }) => documents.flatMap(({ Statement }) => Statement))
    .map((one) => one.Action);
  expect(actions.flat()).toEqual(["s3:GetObject", "s3:ListBucket"]);
  expect(policies[0]?.proof).toMatchObject({ sufficient: true, minimal: true });
});
