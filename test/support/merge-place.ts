/** A project with one file of the team to merge into. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Project, project } from "./project.ts";

export const PUT = { input: { Bucket: "photos", Key: "cat.jpg" }, members: ["Body", "Bucket", "Key"] };
export const GET = { operation: "GetObject", input: PUT.input, members: ["Bucket", "Key"] };
export const TEAM = '{\n  "Version": "2012-10-17",\n  "Statement": []\n}\n';

export function place(
  text: string | undefined,
  name = "policy.json",
): Project & { read(): string; readonly path: string } {
  const made = project();
  const path = join(made.directory, name);
  if (text !== undefined) writeFileSync(path, text);
  return { ...made, path, read: () => readFileSync(path, "utf8") };
}
