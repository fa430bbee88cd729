/** Reads a corpus of real requests, and turns a line of it into what capture hands to the decoder. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

const CORPUS = "corpus/requests-sample.ndjson.gz";

/** Undefined where the folder has no corpus. */
export function readCorpus(directory) {
  const file = join(directory, CORPUS);
  if (!existsSync(file)) return undefined;
  const text = gunzipSync(readFileSync(file)).toString();
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
}

/** A gzipped JSON table of the truth folder; undefined where there is none. */
export function readTable(directory, name) {
  const file = join(directory, "truth", `${name}.json.gz`);
  return existsSync(file) ? JSON.parse(gunzipSync(readFileSync(file)).toString()) : undefined;
}

export function requestHead(line, id) {
  const url = new URL(line.url);
  const start = line.url.indexOf("/", line.url.indexOf("://") + 3);
  const fields = Object.entries(line.headers);
  const host = fields.find(([name]) => name.toLowerCase() === "host")?.[1] ?? url.host;
  const port = url.port === "" ? (url.protocol === "https:" ? 443 : 80) : url.port;
  return {
    connection: { id, approach: "connect", scheme: url.protocol.slice(0, -1), authority: `${url.hostname}:${port}` },
    id,
    startedAt: 0,
    httpVersion: "1.1",
    method: line.method,
    target: start < 0 ? "/" : line.url.slice(start),
    host,
    headers: fields,
  };
}

/** The body as capture keeps it: at most `budget` bytes. */
export function keptBody(line, budget) {
  const whole = Buffer.from(line.bodyBase64 ?? "", "base64");
  return { bytes: whole.subarray(0, budget), length: whole.length, truncated: whole.length > budget };
}
