/** Every example that `--help` begins with, pasted into a shell, in the order in which help lists the commands. */
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { expect, test } from "vitest";
import { VERBS } from "../../src/cli/verbs.ts";
import { newRecordingPath, projectOf } from "../../src/run/recording-store.ts";
import { newRunId } from "../../src/run/run-id.ts";
import { project } from "../support/project.ts";
import { IAMGEN } from "../support/run-iamgen.ts";
import { tempDir } from "../support/temp-dir.ts";

const PUT = { sdkId: "S3", operation: "PutObject", input: { Bucket: "photos", Key: "cat.jpg" } };
const GET = { sdkId: "S3", operation: "GetObject", input: { Bucket: "photos", Key: "cat.jpg" } };

function shellProject() {
  const programs = tempDir();
  const program = (name: string, script: string): void => writeFileSync(join(programs, name), script, { mode: 0o755 });
  program("iamgen", `#!/bin/sh\nexec "${process.execPath}" "${IAMGEN}" "$@"\n`);
  program("npm", "#!/bin/sh\nexit 0\n");
  const path = [programs, dirname(process.execPath), process.env["PATH"]].join(delimiter);
  // What an example leaves to the reader's Ctrl-C.
  return project({ PATH: path, IAMGEN_LISTEN_FOR: "1ms", SSL_CERT_FILE: "", NODE_EXTRA_CA_CERTS: "" });
}

test("every example works", async () => {
  const place = shellProject();
  mkdirSync(join(place.directory, ".git"));
  place.record("shard-1.ndjson", [PUT]);
  const second = place.record("shard-2.ndjson", [PUT, GET]);
  const ended: unknown[] = [];
  for (const { example } of VERBS) {
    const { exitCode, stderr } = await place.spawn("sh", "-c", example).finished;
    ended.push([example, exitCode, exitCode === 0 ? "" : stderr]);
    // The programs of this test call nothing; a newer recording stands for one that does.
    const state = join(place.stateDirectory, "iamgen");
    copyFileSync(second, newRecordingPath(state, projectOf(place.directory), newRunId(new Date())));
  }
  expect(ended).toEqual(VERBS.map(({ example }) => [example, 0, ""]));
});
