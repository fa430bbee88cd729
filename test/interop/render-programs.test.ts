/** Programs that are rendered, judged by their compilers, and by what CDK synthesizes from them. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ATTACHMENTS, rendererFor } from "../../src/render/index.ts";
import type { RenderSettings } from "../../src/render/renderer.ts";
import { SETTINGS, SEVERAL_DOCUMENTS, VARIABLES } from "../support/policy-sample.ts";
import { because } from "../support/skip-reason.ts";
import { tempDir } from "../support/temp-dir.ts";
import { longMissing, runTool, toolMissing } from "../support/tool.ts";

const INSTALLS = { timeout: 600_000 };
const LITERAL = { ...SETTINGS, literal: true };
const DOCUMENTS = SEVERAL_DOCUMENTS.policies.flatMap(({ documents }) => documents);

const textOf = (format: string, settings: RenderSettings): string =>
  (rendererFor(format)?.render(SEVERAL_DOCUMENTS, settings) ?? []).map(({ text }) => text).join("");

/** The documents of the template that CDK wrote, in the order of their constructs. */
function synthesized(path: string): unknown[] {
  const { Resources } = JSON.parse(readFileSync(path, "utf8"));
  return Object.values<{ readonly Properties: { readonly PolicyDocument?: unknown } }>(Resources).flatMap(
    ({ Properties }) => Properties.PolicyDocument ?? [],
  );
}

const pythonMissing = toolMissing("Python", ["python3", "--version"]);
const cdkMissing = toolMissing("aws_cdk for Python", ["python3", "-c", "import aws_cdk"]);

describe("Python", () => {
  test.skipIf(pythonMissing !== undefined)(`compiles the statements${because(pythonMissing)}`, () => {
    for (const settings of [SETTINGS, LITERAL, { ...SETTINGS, variables: VARIABLES }]) {
      const path = join(tempDir(), "statements.py");
      writeFileSync(path, textOf("cdk-python", settings));
      expect(runTool(["python3", "-W", "error", "-m", "py_compile", path])).toEqual({ status: 0, output: "" });
    }
  });

  test.skipIf(cdkMissing !== undefined)(`synthesizes the documents${because(cdkMissing)}`, () => {
    const directory = tempDir();
    writeFileSync(join(directory, "references.py"), textOf("cdk-python", SETTINGS));
    writeFileSync(join(directory, "literals.py"), textOf("cdk-python", LITERAL));
    const app = `import aws_cdk, literals, references
from aws_cdk import aws_iam
app = aws_cdk.App(outdir="out")
for module in (literals, references):
    stack = aws_cdk.Stack(app, module.__name__)
    for name in ("iamgen_worker_1", "iamgen_worker_2", "iamgen_k2"):
        aws_iam.ManagedPolicy(stack, name, statements=getattr(module, name)())
app.synth()
`;
    writeFileSync(join(directory, "app.py"), app);
    const { status, output } = runTool(["python3", "app.py"], directory);
    expect(status, output).toBe(0);
    expect(synthesized(join(directory, "out/literals.template.json"))).toEqual(DOCUMENTS);
    expect(readFileSync(join(directory, "out/references.template.json"), "utf8")).toContain('"Ref": "AWS::AccountId"');
  });
});

describe.skipIf(longMissing !== undefined)(`TypeScript${because(longMissing)}`, () => {
  test("compiles against the types of CDK and Pulumi, and CDK synthesizes the documents", INSTALLS, () => {
    const directory = tempDir();
    writeFileSync(join(directory, "package.json"), '{ "private": true, "type": "module" }\n');
    const packages = ["aws-cdk-lib", "constructs", "@pulumi/aws", "@pulumi/pulumi", "typescript@5", "@types/node@20"];
    const installed = runTool(["npm", "install", ...packages], directory);
    expect(installed.status, installed.output).toBe(0);
    const named = { ...SETTINGS, variables: VARIABLES };
    for (const [name, settings] of [
      ["references", SETTINGS] as const,
      ["literals", LITERAL] as const,
      ["named", named] as const,
    ]) {
      writeFileSync(join(directory, `${name}.ts`), textOf("cdk-typescript", settings));
      for (const attachAs of ATTACHMENTS) {
        writeFileSync(
          join(directory, `pulumi-${name}-${attachAs}.ts`),
          textOf("pulumi-typescript", { ...settings, attachAs }),
        );
      }
    }
    const app = `import { App, Stack, aws_iam as iam } from "aws-cdk-lib";
import * as literals from "./literals.js";
const app = new App({ outdir: "out" });
const stack = new Stack(app, "literals");
for (const make of [literals.iamgenWorker1, literals.iamgenWorker2, literals.iamgenK2]) {
  new iam.ManagedPolicy(stack, make.name, { statements: make() });
}
app.synth();
`;
    writeFileSync(join(directory, "app.ts"), app);
    const options = { strict: true, module: "nodenext", target: "es2022", skipLibCheck: true, noUnusedLocals: true };
    writeFileSync(join(directory, "tsconfig.json"), JSON.stringify({ compilerOptions: options }));
    expect(runTool(["npx", "tsc"], directory)).toMatchObject({ status: 0 });
    expect(runTool(["node", "app.js"], directory)).toMatchObject({ status: 0 });
    expect(synthesized(join(directory, "out/literals.template.json"))).toEqual(DOCUMENTS);
  });
});
