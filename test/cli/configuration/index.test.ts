import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configured } from "../../../src/cli/configuration/index.ts";
import { parseCommandLine } from "../../../src/cli/program.ts";
import { mannerOf, policySettings } from "../../../src/cli/settings.ts";
import { tempDir } from "../../support/temp-dir.ts";

function optionsFrom(line: string, environment: Record<string, string>, keys: object) {
  const workingDirectory = tempDir();
  mkdirSync(join(workingDirectory, ".git"));
  writeFileSync(join(workingDirectory, "iamgen.config.json"), JSON.stringify(keys));
  const asked = parseCommandLine(line.split(" "));
  if (asked.kind !== "command") throw new Error("help was asked for");
  return configured(asked, { environment, workingDirectory }).options;
}

test("what is typed stands above variables, and these above the file", () => {
  const variables = { IAMGEN_REGION: "eu-west-2", IAMGEN_ACCOUNT: "222233334444" };
  const file = { region: "eu-west-3", account: "333344445555", partition: "aws-cn" };
  expect(policySettings(optionsFrom("policy --region eu-west-1", variables, file))).toEqual({
    region: "eu-west-1",
    account: "222233334444",
    partition: "aws-cn",
  });
});

test("a switch that takes something away does so from everywhere", () => {
  expect(mannerOf(optionsFrom("report", {}, {}))).toMatchObject({ colour: true });
  expect(mannerOf(optionsFrom("report", { IAMGEN_NO_COLOR: "1" }, {}))).toMatchObject({ colour: false });
  expect(mannerOf(optionsFrom("report", {}, { "no-color": true }))).toMatchObject({ colour: false });
  expect(mannerOf(optionsFrom("report", { IAMGEN_NO_COLOR: "0" }, { "no-color": true }))).toMatchObject({
    colour: true,
  });
});

test.each([
  [{ IAMGEN_DENIED: "none" }, {}, "cannot use `none` for `IAMGEN_DENIED`", "one of: include, exclude, only"],
  [{}, { denied: "none" }, "cannot use `none` for `denied` of `iamgen.config.json`", "one of: include, exclude, only"],
  [{ IAMGEN_REGION: "mars" }, {}, "cannot use `mars` for `IAMGEN_REGION`", "for example `eu-central-1`"],
  [{}, { generalise: ["*"] }, "cannot use `*` for `generalise` of `iamgen.config.json`", "for example `'arn:"],
])("a value that is none is told by where it stands: %j %j", (variables, file, message, hint) => {
  expect(() => policySettings(optionsFrom("policy", variables, file))).toThrow(
    expect.objectContaining({ message, hint: expect.stringContaining(hint) }),
  );
});
