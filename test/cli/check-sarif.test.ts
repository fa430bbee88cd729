import { createRequire } from "node:module";
import Ajv from "ajv";
import { describe, expect, test } from "vitest";
import { checkResults, RULES } from "../../src/cli/check-results.ts";
import { sarifText } from "../../src/cli/check-sarif.ts";
import { POLICY_CHECK } from "../support/policy-check.ts";

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
  }[];
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly Result[];
    },
  ];
}

const logOf = (path: string): Log => JSON.parse(sarifText({ rules: RULES, results: checkResults(POLICY_CHECK), path }));

/** The schema that OASIS has published, as Microsoft packs it for tests; it is written in draft 4 of JSON Schema. */
const require = createRequire(import.meta.url);
const ajv = new Ajv({ schemaId: "auto" }).addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
const isSarif = ajv.compile(require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

describe("SARIF 2.1.0", () => {
  test.each(["iam/policy.json", "my dir/a#b.json", "/tmp/ü.tf"])("is what the published schema demands: %s", (path) => {
    isSarif(logOf(path));
    expect(isSarif.errors ?? []).toEqual([]);
  });

  test("the schema sees what is wrong", () => {
    const log = JSON.parse(JSON.stringify(logOf("p.json")).replace('"startLine":1', '"startLine":0'));
    expect(isSarif(log)).toBe(false);
  });

  test("says which version it is, and by whom", () => {
    expect(logOf("p.json")).toMatchObject({
      $schema: expect.stringMatching(/^https:\/\/docs\.oasis-open\.org\/sarif\/.*2\.1\.0\.json$/),
      version: "2.1.0",
      runs: [{ tool: { driver: { name: "iamgen", semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/) } } }],
    });
  });

  test("each result points to its own rule and region", () => {
    const [{ tool, results }] = logOf("policy.json").runs;
    expect(results.map(({ ruleIndex }) => tool.driver.rules[ruleIndex]?.id)).toEqual(
      results.map(({ ruleId }) => ruleId),
    );
    expect(results[1]?.locations[0]?.physicalLocation.region).toEqual(POLICY_CHECK.missing[1]?.region);
  });

  test("the path is a URI reference", () => {
    const uri = logOf("my dir\\a#b.json").runs[0].results[0]?.locations[0]?.physicalLocation.artifactLocation.uri;
    expect(uri).toBe("my%20dir/a%23b.json");
  });
});
