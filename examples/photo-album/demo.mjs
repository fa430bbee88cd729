/** `npm run demo`: wraps the album against stand-ins on loopback and shows the policy. No AWS account, nothing to install. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import dynalite from "dynalite";
import { s3StandIn } from "./s3-stand-in.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const iamgen = join(here, "../../bin/iamgen.js");

/** Valid nowhere; it encodes AWS's documentation account 111122223333, as real key ids encode theirs. */
const CREDENTIALS = { accessKeyId: "AKIARTX3GSDSQKS4H4NX", secretAccessKey: "for-the-stand-ins-only" };

async function startStandIns() {
  const dynamodb = dynalite({ createTableMs: 0 });
  const s3 = s3StandIn();
  const server = createServer((request, response) => {
    if (request.headers["x-amz-target"] === undefined) s3(request, response);
    else dynamodb.emit("request", request, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return server;
}

async function createAlbumTable(endpoint) {
  const client = new DynamoDBClient({ endpoint, region: "eu-central-1", credentials: CREDENTIALS });
  const key = (AttributeName, KeyType) => ({ AttributeName, KeyType });
  const string = (AttributeName) => ({ AttributeName, AttributeType: "S" });
  await client.send(
    new CreateTableCommand({
      TableName: "albums",
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [key("album", "HASH"), key("photo", "RANGE")],
      AttributeDefinitions: [string("album"), string("photo")],
    }),
  );
  client.destroy();
}

process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
const standIns = await startStandIns();
const endpoint = `http://127.0.0.1:${standIns.address().port}`;
await createAlbumTable(endpoint);

const scratch = mkdtempSync(join(tmpdir(), "iamgen-demo-"));
const policyFile = join(scratch, "policy.json");
const recordingFile = join(scratch, "recording.ndjson");
const options = ["--forward-to", endpoint, "--recording", recordingFile, "-o", policyFile];

console.log("$ iamgen run -o policy.json -- node album.mjs\n");
const child = spawn(process.execPath, [iamgen, "run", ...options, "--", process.execPath, join(here, "album.mjs")], {
  stdio: "inherit",
  env: {
    ...process.env,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: CREDENTIALS.secretAccessKey,
  },
});
const [exitCode] = await once(child, "exit");
standIns.close();
standIns.closeAllConnections();

if (exitCode === 0) console.log(`\n$ cat policy.json\n\n${readFileSync(policyFile, "utf8")}`);
rmSync(scratch, { recursive: true });
process.exitCode = exitCode ?? 1;
