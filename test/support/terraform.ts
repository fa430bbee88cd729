/** Terraform with the AWS provider from a filesystem mirror on the machine, where both are there. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cleanEnvironment } from "./run-iamgen.ts";

/** The root of a mirror laid out as `terraform providers mirror` does, found by the provider's own file. */
function providerMirror(): string | undefined {
  const search = ["/opt", "/usr/local", "/usr/share", process.env["HOME"] ?? "/root"];
  const found = spawnSync("find", [...search, "-maxdepth", "9", "-name", "terraform-provider-aws_v5.100.0*"], {
    encoding: "utf8",
  });
  return /^(.*)\/registry\.terraform\.io\/hashicorp\/aws\//m.exec(found.stdout)?.[1];
}

const mirror = providerMirror();
const isInstalled = spawnSync("terraform", ["version"]).error === undefined;

/** Why it cannot run here; undefined where it can. */
export const terraformMissing = !isInstalled
  ? "Terraform is not installed"
  : mirror === undefined
    ? "no mirror of the AWS provider"
    : undefined;

export interface TerraformPlace {
  readonly directory: string;
  readonly env: Readonly<Record<string, string>>;
  /** Runs `terraform ARGS` there. */
  terraform(...args: readonly string[]): {
    readonly status: number | null;
    readonly stdout: string;
    readonly stderr: string;
  };
}

/** An empty directory whose Terraform takes its providers from the mirror. */
export function terraformPlace(): TerraformPlace {
  const directory = mkdtempSync(join(tmpdir(), "iamgen-tf-"));
  const cliConfig = join(directory, "terraform.rc");
  writeFileSync(cliConfig, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
  const env = { TF_CLI_CONFIG_FILE: cliConfig, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
  return {
    directory,
    env,
    terraform(...args) {
      const { status, stdout, stderr } = spawnSync("terraform", args, {
        cwd: directory,
        env: { ...cleanEnvironment(), ...env },
        encoding: "utf8",
      });
      return { status, stdout, stderr };
    },
  };
}
