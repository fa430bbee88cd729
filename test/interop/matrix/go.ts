/** Programs and tools with the AWS SDKs for Go; the tools are large, so they are built with IAMGEN_LONG=1 alone. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { askMoto } from "../../support/moto.ts";
import { buildable, built } from "./building.ts";
import { bucketAnd, CLIENTS, type ClientCase, script, unless, versionOf } from "./client-case.ts";

/** The version that the module's go.mod requires. */
function required(client: string, module: string): string {
  const found = new RegExp(`${module} v(\\d+\\.\\d+\\.\\d+)`).exec(
    readFileSync(join(CLIENTS, client, "go.mod"), "utf8"),
  );
  return found?.[1] ?? "";
}

type Played = Pick<ClientCase, "notes" | "stdout" | "calls" | "allows"> &
  Partial<Pick<ClientCase, "prepare" | "random" | "seed">>;

/** The tool's module is built outside of its source, as `go install` does; `run` gets the program's path. */
function tool(
  name: string,
  packagePath: string,
  played: Played & { run(program: string): readonly string[] },
): ClientCase {
  const client = `go-tools/${name}`;
  const program = (): string => join(built(client, "go", "build", "-o", name, packagePath), name);
  return {
    ...played,
    client: name,
    missing: buildable("go", "version"),
    version: () => required(client, packagePath.replace(/\/cmd\/.*$/, "")),
    prepare: (scratch) => {
      program();
      played.prepare?.(scratch);
    },
    command: () => played.run(program()),
  };
}

const KEY_ALIAS = "alias/iamgen-sops";

async function makeKey(moto: string): Promise<void> {
  const made: { KeyMetadata: { KeyId: string } } = JSON.parse(await askMoto(moto, "kms", "TrentService.CreateKey", {}));
  const alias = { AliasName: KEY_ALIAS, TargetKeyId: made.KeyMetadata.KeyId };
  await askMoto(moto, "kms", "TrentService.CreateAlias", alias);
}

const goMissing = unless(versionOf("go", "version") !== "", "no go");
const GO_BUILD = ["go", "build", "-o", "program", "."] as const;

export const GO: readonly ClientCase[] = [
  {
    client: "AWS SDK for Go v1",
    notes: "by variables",
    missing: goMissing,
    version: () => required("go-v1", "github.com/aws/aws-sdk-go"),
    prepare: () => void built("go-v1", ...GO_BUILD),
    command: () => [join(built("go-v1", ...GO_BUILD), "program")],
    stdout: "true\n",
    calls: ["S3.CreateBucket x1", "S3.PutObject x1", "SQS.GetQueueUrl x1"],
    allows: [
      { Action: ["s3:CreateBucket", "s3:PutObject"], Resource: bucketAnd("go1-bucket", "a") },
      { Action: "sqs:GetQueueUrl", Resource: "arn:aws:sqs:us-east-1:111122223333:missing" },
    ],
  },
  tool("s5cmd", "github.com/peak/s5cmd/v2", {
    notes: "AWS SDK for Go v1; not with `--no-verify-ssl`, whose transport takes no proxy",
    run: (s5cmd) =>
      script(
        `${s5cmd} mb s3://s5-bucket >&2; echo hi | ${s5cmd} pipe s3://s5-bucket/k >&2; ${s5cmd} cat s3://s5-bucket/k`,
      ),
    stdout: "hi\n",
    calls: ["S3.CreateBucket x1", "S3.GetObject x1", "S3.HeadObject x1", "S3.PutObject x1"],
    allows: [{ Action: ["s3:CreateBucket", "s3:GetObject", "s3:PutObject"], Resource: bucketAnd("s5-bucket", "k") }],
  }),
  tool("aws-vault", "github.com/99designs/aws-vault/v7", {
    notes: "AWS SDK for Go v2; what it executes is captured as well",
    run: (vault) =>
      script(
        `export AWS_VAULT_BACKEND=file AWS_VAULT_FILE_DIR="$PWD" AWS_VAULT_FILE_PASSPHRASE=x; ${vault} add --env base >&2;` +
          `${vault} exec base -- aws s3api create-bucket --bucket vault-bucket --query Location --output text`,
      ),
    stdout: "/vault-bucket\n",
    calls: ["S3.CreateBucket x1", "STS.GetSessionToken x1"],
    allows: [{ Action: "s3:CreateBucket", Resource: "arn:aws:s3:::vault-bucket" }],
  }),
  tool("sops", "github.com/getsops/sops/v3/cmd/sops", {
    notes: "AWS SDK for Go v2, a key of KMS",
    random: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
    seed: makeKey,
    run: (sops) =>
      script(
        `echo '{"a":"hi"}' > plain.json; ${sops} encrypt --kms arn:aws:kms:us-east-1:111122223333:${KEY_ALIAS} plain.json > sealed.json;` +
          `${sops} decrypt --extract '["a"]' sealed.json`,
      ),
    stdout: "hi",
    calls: ["KMS.Decrypt x1", "KMS.Encrypt x1"],
    // The alias is not the key: the answer's key stands in the policy.
    allows: [{ Action: ["kms:Decrypt", "kms:Encrypt"], Resource: "arn:aws:kms:us-east-1:111122223333:key/…" }],
  }),
];
