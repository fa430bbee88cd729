import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { plantedFault } from "../../src/cli/planted-fault.ts";
import { project } from "../support/project.ts";

const PUT = { input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Body", "Bucket", "Key"] };

test("nothing is planted unless it is asked for", () => {
  expect(plantedFault({})).toEqual({});
  expect(plantedFault({ IAMGEN_PLANTED_FAULT: "other" })).toEqual({});
});

describe("a proof that fails", () => {
  test.each([
    ["lost-statement", "NOT sufficient for 1 permission", "first failure: s3:PutObject on arn:aws:s3:::photos/cat.jpg"],
    ["needless-action", "NOT minimal for the calls observed", "first failure: planted:Action in Planted is not needed"],
  ])(
    "%s: `policy` says so with the recording to attach, writes the policy, and exits with 70",
    async (fault, ...says) => {
      const place = project({ IAMGEN_PLANTED_FAULT: fault });
      const recording = place.record("r.ndjson", [PUT]);
      const { exitCode, stderr } = await place.iamgen("policy", recording, "-o", "policy.json");
      expect(exitCode).toBe(70);
      for (const words of [...says, "please report it with the recording", `attach to the report: ${recording}`]) {
        expect(stderr).toContain(words);
      }
      expect(JSON.parse(readFileSync(join(place.directory, "policy.json"), "utf8"))).toHaveProperty("Statement");
    },
  );

  test("`explain --proof` names what failed, and exits with 70", async () => {
    const place = project({ IAMGEN_PLANTED_FAULT: "needless-action" });
    const { exitCode, stdout } = await place.iamgen("explain", "--proof", place.record("r.ndjson", [PUT]));
    expect(exitCode).toBe(70);
    expect(stdout).toContain("  NOT minimal\n  failed: planted:Action in Planted is not needed\n");
    expect(stdout).toContain("    Action planted:Action: needed by no call alone\n");
  });

  test("`run` leaves the program its exit code, and writes the policy all the same", async () => {
    const origin = createServer((request, response) => request.resume().on("end", () => response.end()));
    await new Promise<void>((done) => origin.listen(0, "127.0.0.1", done));
    onTestFinished(() => void origin.close());
    const place = project({ IAMGEN_PLANTED_FAULT: "needless-action" });
    writeFileSync(join(place.directory, "program.cjs"), SIGNED_REQUEST);
    const { port } = origin.address() as AddressInfo;
    const { exitCode, stderr } = await place.iamgen("run", "-o", "p.json", "--", "node", "program.cjs", String(port));
    expect(exitCode).toBe(3);
    for (const words of ["NOT minimal", "please report it with the recording", "recording in "]) {
      expect(stderr).toContain(words);
    }
    expect(readdirSync(place.directory)).toContain("p.json");
  });
});

const SIGNED_REQUEST = `
const authorization = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=00";
require("node:http").get({ host: "127.0.0.1", port: process.argv[2], path: "/photos/cat.jpg", headers: { authorization } }, (answer) =>
  answer.resume().on("end", () => process.exit(3)));
`;
