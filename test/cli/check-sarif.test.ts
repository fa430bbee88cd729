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

/** What the schema of SARIF 2.1.0 demands of the objects that are used here: required properties, types, closed lists. */
const text = { text: expect.stringMatching(/./) };
const natural = expect.toSatisfy((value: unknown) => Number.isInteger(value) && Number(value) >= 1, "1 or more");
const RESULT = {
  ruleId: expect.stringMatching(/^[a-z-]+$/),
  ruleIndex: expect.toSatisfy((value: unknown) => Number.isInteger(value) && Number(value) >= 0, "0 or more"),
  level: expect.stringMatching(/^(?:none|note|warning|error)$/),
  message: text,
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: expect.stringMatching(/^[\w.~%/-]+$/) },
        region: { startLine: natural, startColumn: natural, endLine: natural, endColumn: natural },
      },
    },
  ],
};

describe("SARIF 2.1.0", () => {
  test("has the structure that its schema demands, and nothing it does not know", () => {
    const log = logOf("iam/policy.json");
    const rule = { id: expect.any(String), shortDescription: text, defaultConfiguration: { level: RESULT.level } };
    expect(log).toEqual({
      $schema: expect.stringMatching(/^https:\/\/docs\.oasis-open\.org\/sarif\/.*2\.1\.0\.json$/),
      version: "2.1.0",
      runs: [
        {
          tool: {
            driver: { name: "iamgen", semanticVersion: expect.stringMatching(/^\d+\.\d+\.\d+/), rules: [rule, rule] },
          },
          columnKind: "utf16CodeUnits",
          results: [RESULT, RESULT, RESULT, RESULT],
        },
      ],
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
