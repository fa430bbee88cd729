import { expect, test } from "vitest";
import { configuredByVariables, mistypedVariables } from "../../../src/cli/configuration/variables.ts";
import { OPTIONS } from "../../../src/cli/options.ts";
import type { Verb } from "../../../src/cli/verbs.ts";
import { hookVariables } from "../../../src/run/hook-variables.ts";

const read = (verb: Verb, environment: Record<string, string>) =>
  configuredByVariables(verb, environment).map(({ row, value, origin }) => [row.name, value, origin]);

test("a variable sets the option of its name, for every command that has it", () => {
  const environment = { IAMGEN_ATTACH_AS: "role-inline", PATH: "/bin" };
  expect(read("policy", environment)).toEqual([["attach-as", "role-inline", "IAMGEN_ATTACH_AS"]]);
  expect(read("explain", environment)).toEqual([]);
});

test("a variable of one command stands behind the general one, which it overrides", () => {
  const environment = { IAMGEN_RUN_DENIED: "only", IAMGEN_DENIED: "exclude" };
  expect(read("run", environment).map(([, value]) => value)).toEqual(["exclude", "only"]);
  expect(read("policy", environment).map(([, value]) => value)).toEqual(["exclude"]);
});

test("where a name means two things, the general variable means the policy's", () => {
  expect(read("policy", { IAMGEN_FORMAT: "terraform" })).toHaveLength(1);
  expect(read("check", { IAMGEN_FORMAT: "terraform" })).toEqual([]);
  expect(read("check", { IAMGEN_CHECK_FORMAT: "sarif" })).toEqual([["format", "sarif", "IAMGEN_CHECK_FORMAT"]]);
});

test("an empty variable sets nothing", () => {
  expect(read("run", { IAMGEN_REGION: "", IAMGEN_STRICT: "" })).toEqual([]);
});

test("what was probably meant by a variable of ours that is none", () => {
  expect(mistypedVariables({ IAMGEN_REGOIN: "x", IAMGEN_LONG: "1", IAMGEN_SOMETHING_ELSE: "x", REGOIN: "x" })).toEqual([
    { name: "IAMGEN_REGOIN", meant: "IAMGEN_REGION" },
  ]);
});

test("what the hook gets is neither an option nor a mistake", () => {
  const lists = { awsSuffixes: [], tlsAuthorities: [] };
  const facts = { port: 1, pid: 1, liveFile: "", noticesFile: "", caPem: "", ...lists };
  const ofHook = Object.keys(hookVariables({}, facts));
  expect(ofHook).toContain("IAMGEN_PROXY_PORT");
  const environment = Object.fromEntries(ofHook.map((name) => [name, "1"]));
  expect(mistypedVariables(environment)).toEqual([]);
  const verbs = new Set(OPTIONS.flatMap((row) => row.verbs));
  expect([...verbs].flatMap((verb) => read(verb, environment))).toEqual([]);
});
