import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ORIGINS, parseCommandLine } from "../../src/cli/program.ts";
import {
  csmPort,
  isOn,
  mannerOf,
  observingSettings,
  policySettings,
  templateVariables,
  textOf,
  wasTyped,
} from "../../src/cli/settings.ts";
import { SetupError, UsageError } from "../../src/errors.ts";
import { tempDir } from "../support/temp-dir.ts";

function optionsOf(...argv: string[]) {
  const parsed = parseCommandLine(["run", ...argv, "--", "true"]);
  if (parsed.kind !== "command") throw new Error("not a command");
  return parsed.options;
}

test("without options nothing is assumed but the limit of bodies", () => {
  const options = optionsOf();
  expect(policySettings(options)).toEqual({});
  expect(observingSettings(options)).toEqual({ intercept: [], timeline: false, callers: false });
  expect(mannerOf(options)).toEqual({ quiet: false, colour: true });
  expect([isOn(options, "strict"), textOf(options, "output")]).toEqual([false, undefined]);
});

test("every option arrives", () => {
  const ca = join(tempDir(), "ca.pem");
  writeFileSync(ca, "PEM");
  const given = ["--account", "111122223333", "--region", "eu-central-1", "--partition", "aws", "--strict", "--quiet"];
  const attached = ["--attach-as", "role-inline", "--denied", "only"];
  const observing = ["--intercept", "a:1", "--intercept", "b", "--max-body", "1k", "--timeline", "--recording", "r"];
  const options = optionsOf(
    ...given,
    ...attached,
    ...observing,
    "--exact",
    "--no-color",
    "--forward-to",
    "https://localhost:1",
    "--forward-ca",
    ca,
  );

  expect(policySettings(options)).toEqual({
    account: "111122223333",
    region: "eu-central-1",
    partition: "aws",
    attachAs: "role-inline",
    denied: "only",
    exact: true,
  });
  expect(observingSettings(options)).toEqual({
    callers: false,
    intercept: ["a:1", "b"],
    maxBody: 1024,
    timeline: true,
    forwardTo: new URL("https://localhost:1"),
    forwardCa: "PEM",
    recording: "r",
  });
  expect(mannerOf(options)).toEqual({ quiet: true, colour: false });
  expect(isOn(options, "strict")).toBe(true);
});

test("what shapes the policy of a recording arrives", () => {
  const patterns = ["arn:aws:s3:::b/*", "arn:aws:s3:::c/?"];
  const parsed = parseCommandLine([
    "policy",
    "--widen",
    "--conditions",
    "none",
    ...patterns.flatMap((pattern) => ["--generalise", pattern]),
  ]);
  expect(parsed.kind === "command" && policySettings(parsed.options)).toEqual({
    conditions: "none",
    generalise: patterns,
    widen: true,
  });
});

test("variables arrive in the order given, each once", () => {
  const given = (...variables: string[]) => {
    const parsed = parseCommandLine(["policy", ...variables.flatMap((one) => ["--template", one])]);
    return parsed.kind === "command" ? templateVariables(parsed.options) : [];
  };
  expect(given()).toEqual([]);
  expect(given("stage=dev", "app=shop")).toEqual([
    { name: "stage", value: "dev" },
    { name: "app", value: "shop" },
  ]);
  expect(() => given("appName=shop", "app_name=store")).toThrow(
    "cannot use `--template` with both `appName=shop` and `app_name=store`",
  );
  expect(() => given("a=dev", "b=dev")).toThrow("cannot use `--template` with both `a=dev` and `b=dev`");
});

describe("what is wrong is told before anything starts", () => {
  test("a value that does not fit", () => {
    expect(() => policySettings(optionsOf("--account", "me"))).toThrow("cannot use `me` for `--account`");
    expect(() => policySettings(optionsOf("--attach-as", "sticker"))).toThrow("cannot use `sticker` for `--attach-as`");
    expect(() => policySettings(optionsOf("--denied", "all"))).toThrow("cannot use `all` for `--denied`");
    expect(() => observingSettings(optionsOf("--intercept", "https://a"))).toThrow(UsageError);
  });

  test("a certificate for a target that shows none", () => {
    expect(() => observingSettings(optionsOf("--forward-ca", "x"))).toThrow(
      "cannot use `--forward-ca` without an https target",
    );
  });

  test("a certificate that cannot be read", () => {
    const options = optionsOf("--forward-to", "https://localhost:1", "--forward-ca", "/nowhere/ca.pem");
    expect(() => observingSettings(options)).toThrow(SetupError);
    expect(() => observingSettings(options)).toThrow(
      "cannot read certificate `/nowhere/ca.pem`: no such file or directory",
    );
  });
});

test("client-side monitoring has the port that was given, or the command's own", () => {
  const listening = (...argv: string[]) => {
    const parsed = parseCommandLine(["listen", ...argv]);
    if (parsed.kind !== "command") throw new Error("not a command");
    return csmPort(parsed.options, 31_000);
  };
  expect([listening(), listening("--csm"), listening("--csm=4711"), listening("--csm", "0")]).toEqual([
    undefined,
    31_000,
    4711,
    0,
  ]);
  expect(csmPort(optionsOf("--csm"), 0)).toBe(0);
  expect(() => listening("--csm=many")).toThrow(UsageError);
});

test("what is typed is told from what a variable or a file says", () => {
  expect(wasTyped({ failOn: "any" }, "fail-on")).toBe(true);
  expect(wasTyped({ failOn: "any", [ORIGINS]: { "fail-on": "IAMGEN_FAIL_ON" } }, "fail-on")).toBe(false);
  expect(wasTyped({}, "fail-on")).toBe(false);
});
