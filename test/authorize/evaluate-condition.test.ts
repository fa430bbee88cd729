import { expect, test } from "vitest";
import { holds } from "../../src/authorize/evaluate-condition.ts";
import {
  allOf,
  anyOf,
  type RuleCondition,
  unless,
  unlessMember,
  whenHostname,
  whenMatches,
  whenMember,
  whenMemberEquals,
  whenMemberMatches,
  whenSignedAs,
} from "../../src/services/rule-condition.ts";
import { lowerCase, member } from "../../src/services/rule-value.ts";
import { callView } from "./small-world.ts";

const view = callView({ Mode: "FULL", Dry: false, Tags: [{ Key: "a" }, { Key: "b" }] });

test.each<[string, RuleCondition, boolean]>([
  ["a member is there", whenMember("Mode"), true],
  ["a nested member is not", whenMember("Tags[].Value"), false],
  ["a member is not there", unlessMember("Mode"), false],
  ["a value equals one of several", whenMemberEquals("Mode", "NONE", "FULL"), true],
  ["a boolean equals", whenMemberEquals("Dry", true), false],
  ["one element of a list equals", whenMemberEquals("Tags[].Key", "b"), true],
  ["a text matches", whenMemberMatches("Mode", /^F/), true],
  ["a derived text matches", whenMatches(lowerCase(member("Mode")), /^full$/), true],
  ["the signing name", whenSignedAs("Library"), true],
  ["the hostname", whenHostname(/^other\./), false],
  ["all of nothing", allOf(), true],
  ["all of several", allOf(whenMember("Mode"), whenMember("Absent")), false],
  ["any of several", anyOf(whenMember("Absent"), whenMember("Mode")), true],
  ["the opposite", unless(anyOf()), true],
])("decides whether %s", (_, condition, expected) => {
  expect(holds(condition, view)).toBe(expected);
});
