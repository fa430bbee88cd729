/** A run inside a run: the program is served through both proxies, and each recording holds the call. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRecording } from "../../src/record/read-recording.ts";
import { project } from "../support/project.ts";
import { IAMGEN } from "../support/run-iamgen.ts";
import { listening } from "../support/upstreams.ts";

const CLIENT = join(import.meta.dirname, "../fixtures/clients/signed-get.mjs");

test("a run inside a run reads the call, passes it through the outer one, and both record it", {
  timeout: 20_000,
}, async () => {
  const { port } = await listening(createServer((_request, response) => response.end("hi")));
  const place = project();
  const outer = ["--recording", "outer.ndjson", "--forward-to", `http://127.0.0.1:${port}`];
  const inner = [process.execPath, IAMGEN, "run", "--recording", "inner.ndjson", "-o", "policy.json"];
  const client = [process.execPath, CLIENT, "https://bucket.s3.us-east-1.amazonaws.com/key"];
  const finished = await place.iamgen("run", ...outer, "--", ...inner, "--", ...client);

  expect(finished).toMatchObject({ exitCode: 0, stdout: '{"status":200,"text":"hi"}\n' });
  for (const name of ["outer.ndjson", "inner.ndjson"]) {
    const recording = readRecording(readFileSync(join(place.directory, name), "utf8"), name);
    expect(recording).toMatchObject({
      calls: [{ operation: "GetObject", input: { Bucket: "bucket", Key: "key" }, count: 1 }],
      tunnels: [],
      notices: [],
    });
  }
});
