/** The Terraform that is rendered, judged by Terraform itself: formatted, valid, and meaning the documents it came from. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { ATTACHMENTS, rendererFor } from "../../src/render/index.ts";
import { SEVERAL_DOCUMENTS, VARIABLES } from "../support/policy-sample.ts";
import { because } from "../support/skip-reason.ts";
import { terraformMissing, terraformPlace } from "../support/terraform.ts";

const FORMATS = ["terraform", "terraform-json"] as const;
const CASES = FORMATS.flatMap((format) =>
  ATTACHMENTS.flatMap((attachAs) => [false, true].map((literal) => ({ format, attachAs, literal }))),
);

describe.skipIf(terraformMissing !== undefined)(`rendered Terraform${because(terraformMissing)}`, () => {
  test("is formatted and valid for every way to attach it", () => {
    const { directory, terraform } = terraformPlace();
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const modules = CASES.map(({ format, ...settings }) => {
      const [file] = rendererFor(format)?.render(SEVERAL_DOCUMENTS, settings) ?? [];
      const name = `${format}-${settings.attachAs}-${settings.literal ? "literal" : "references"}`;
      mkdirSync(join(directory, name));
      writeFileSync(join(directory, name, `main.${file?.extension}`), file?.text ?? "");
      const [, principal] = /"?variable"?:? (?:\{\n *)?"(\w+)"/.exec(file?.text ?? "") ?? [];
      const argument = principal === undefined ? "" : `  ${principal} = "a"\n`;
      return `module "${name}" {\n  source = "./${name}"\n${argument}}\n`;
    });
    writeFileSync(join(directory, "all.tf"), modules.join("\n"));
    expect(terraform("init", "-input=false", "-no-color")).toMatchObject({ status: 0 });
    for (const attachAs of ATTACHMENTS) {
      expect(terraform("fmt", "-check", "-diff", `terraform-${attachAs}-references`)).toMatchObject({
        status: 0,
        stdout: "",
      });
    }
    expect(terraform("validate", "-no-color")).toMatchObject({ status: 0 });
  });

  test.each(FORMATS)("means the documents that it came from: %s", (format) => {
    const { directory, terraform } = terraformPlace();
    onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
    const settings = { literal: true, attachAs: "session-policy", variables: VARIABLES } as const;
    const values = { bucket_name: "photos", stage: "home", account_id: "111122223333" };
    writeFileSync(join(directory, "terraform.tfvars.json"), JSON.stringify(values));
    const [file] = rendererFor(format)?.render(SEVERAL_DOCUMENTS, settings) ?? [];
    writeFileSync(join(directory, `policy.${file?.extension}`), file?.text ?? "");
    const names = ["iamgen_worker_1", "iamgen_worker_2", "iamgen_k2"];
    const outputs = names.map((name) => `output "${name}" {\n  value = data.aws_iam_policy_document.${name}.json\n}\n`);
    const provider = `provider "aws" {\n  region                      = "eu-west-1"\n  access_key                  = "a"\n  secret_key                  = "b"\n  skip_credentials_validation = true\n  skip_requesting_account_id  = true\n  skip_metadata_api_check     = true\n}\n`;
    writeFileSync(join(directory, "main.tf"), [provider, ...outputs].join("\n"));
    expect(terraform("init", "-input=false", "-no-color")).toMatchObject({ status: 0 });
    expect(terraform("fmt", "-check", "-diff")).toMatchObject({ status: 0, stdout: "" });
    expect(terraform("apply", "-auto-approve", "-input=false", "-no-color")).toMatchObject({ status: 0 });

    const written = JSON.parse(terraform("output", "-json").stdout);
    const documents = SEVERAL_DOCUMENTS.policies.flatMap((policy) => policy.documents);
    for (const [index, name] of names.entries()) {
      expect(sorted(JSON.parse(written[name].value)), name).toEqual(sorted(documents[index]));
    }
  });
});

/** The provider writes single values bare and sorts lists; neither changes what a policy means. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? sorted(value[0]) : value.map(sorted).sort();
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, member]) => [
    name,
    name === "Statement" && Array.isArray(member) ? member.map(sorted) : sorted(member),
  ]);
  return Object.fromEntries(entries.sort());
}
