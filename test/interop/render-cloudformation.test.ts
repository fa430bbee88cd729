/** Templates that are rendered, judged by cfn-lint, which also expands what SAM would; Serverless judges its own. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ATTACHMENTS, rendererFor } from "../../src/render/index.ts";
import { ONE_DOCUMENT, SETTINGS, SEVERAL_DOCUMENTS, VARIABLES } from "../support/policy-sample.ts";
import { because } from "../support/skip-reason.ts";
import { tempDir } from "../support/temp-dir.ts";
import { longMissing, runTool, toolMissing } from "../support/tool.ts";

const linterMissing = toolMissing("cfn-lint", ["cfn-lint", "--version"]);

const INSTALLS = { timeout: 600_000 };

/** A fragment's parameters are declared elsewhere, so that it alone is judged without. */
const named = (format: string) => (format === "sam" ? {} : { variables: VARIABLES });

const FUNCTION = `AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Resources:
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Handler: index.handler
      Runtime: nodejs22.x
      InlineCode: x
`;

describe.skipIf(linterMissing !== undefined)(`cfn-lint${because(linterMissing)}`, () => {
  test("finds nothing in templates and in functions with their policies", () => {
    const directory = tempDir();
    const paths = ["cloudformation", "cloudformation-json", "sam"].flatMap((format) =>
      ATTACHMENTS.flatMap((attachAs) =>
        [false, true].flatMap((literal) =>
          (rendererFor(format)?.render(SEVERAL_DOCUMENTS, { attachAs, literal, ...named(format) }) ?? []).map(
            ({ suffix, extension, text }) => {
              const path = join(directory, `${format}-${attachAs}-${literal}${suffix}.${extension}`);
              writeFileSync(path, text.includes("\nPolicies:") ? FUNCTION + indented(text) : text);
              return path;
            },
          ),
        ),
      ),
    );
    expect(runTool(["cfn-lint", "--regions", "eu-west-1", "--template", ...paths])).toEqual({ status: 0, output: "" });
  });

  test("finds what is wrong", () => {
    const path = join(tempDir(), "a.yaml");
    const [file] = rendererFor("cloudformation")?.render(ONE_DOCUMENT, SETTINGS) ?? [];
    writeFileSync(path, file?.text.replace("!Sub arn", "arn") ?? "");
    expect(runTool(["cfn-lint", "--template", path])).toMatchObject({ output: expect.stringMatching(/Fn::Sub/) });
  });
});

test.skipIf(longMissing !== undefined)(
  `Serverless packages the statements as they are${because(longMissing)}`,
  INSTALLS,
  () => {
    const directory = tempDir();
    const [file] = rendererFor("serverless")?.render(ONE_DOCUMENT, { ...SETTINGS, literal: true }) ?? [];
    const head = 'service: probe\nframeworkVersion: "3"\nfunctions:\n  f:\n    handler: a.b\n';
    const provider = file?.text.replace("provider:\n", "provider:\n  name: aws\n") ?? "";
    writeFileSync(join(directory, "serverless.yml"), head + provider);
    writeFileSync(join(directory, "a.js"), "exports.b = () => {};\n");
    writeFileSync(join(directory, "package.json"), '{ "private": true }\n');
    const installed = runTool(["npm", "install", "serverless@3"], directory);
    expect(installed.status, installed.output).toBe(0);
    const packaged = runTool(["npx", "serverless", "package"], directory);
    expect(packaged.status, packaged.output).toBe(0);
    const read = "const t = require('./.serverless/cloudformation-template-update-stack.json');";
    const print =
      "console.log(JSON.stringify(t.Resources.IamRoleLambdaExecution.Properties.Policies[0].PolicyDocument));";
    const { Statement } = JSON.parse(runTool(["node", "-e", read + print], directory).output);
    const substituted = JSON.stringify(Statement).replace(/\{"Fn::Sub":("(?:[^"\\]|\\.)*")\}/g, (_, text: string) =>
      text.replaceAll("$" + "{!", "$" + "{"),
    );
    const expected = ONE_DOCUMENT.policies[0]?.documents[0]?.Statement.map((statement) => ({
      ...statement,
      Action: [statement.Action].flat(), // Serverless makes a list of it.
    }));
    expect(JSON.parse(substituted).slice(-2)).toEqual(expected);
  },
);

const indented = (text: string): string => text.replace(/^---\n/, "").replace(/^(?=.)/gm, "      ");
