/** Programs on PATH that talk to AWS, and what brings each of them to iamgen. */
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Diagnosis, type Examined, note, ok } from "./diagnosis.ts";

const BY_VARIABLES = "its proxy and certificate variables";

const TOOLS: readonly (readonly [names: readonly string[], by: string])[] = [
  [["node"], "a hook that NODE_OPTIONS loads, and a `node` in front of PATH that puts it back"],
  [["bun"], "the same hook, loaded by BUN_OPTIONS"],
  [["deno"], "the same hook, and DENO_CERT"],
  [["python3", "aws"], "its proxy and certificate variables (boto3, aiobotocore, the CLI)"],
  [["go", "terraform", "tofu", "pulumi"], BY_VARIABLES],
  [["java"], "JAVA_TOOL_OPTIONS: proxy properties and a trust store"],
  [["ruby", "cargo", "curl", "rclone", "s5cmd", "restic"], BY_VARIABLES],
  [["php"], "its proxy variables and an ini file of PHP_INI_SCAN_DIR"],
  [["dotnet"], "its proxy variables and SSL_CERT_FILE (on macOS its certificate store is closed to us)"],
];

const CONTAINERS = ["docker", "podman", "nerdctl"];

export function examineTools({ environment }: Examined): readonly Diagnosis[] {
  const directories = (environment["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  const isThere = (name: string): boolean => directories.some((directory) => isProgram(join(directory, name)));
  return [
    ...TOOLS.flatMap(([names, by]) => names.filter(isThere).map((name) => ok(`${name}: reached by ${by}`))),
    ...CONTAINERS.filter(isThere).map((name) =>
      note(`${name}: what runs in containers is not seen`, "run iamgen inside the container, around its command"),
    ),
  ];
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
