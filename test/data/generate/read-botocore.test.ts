import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readBotocore } from "../../../src/data/generate/read-botocore.ts";

function source(files: Readonly<Record<string, Buffer>>) {
  return { version: "1.0.0", paths: Object.keys(files), read: (path: string) => files[path] };
}

const json = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const packed = (value: unknown): Buffer => gzipSync(json(value));

test("takes the newest API version of every client, packed or plain, sorted by client", () => {
  const { apis, endpoints } = readBotocore(
    source({
      "endpoints.json": json({ version: 3 }),
      "_retry.json": json({}),
      "zeta/2020-01-01/service-2.json": json({ operations: "zeta" }),
      "alpha/2014-09-01/service-2.json.gz": packed({ operations: "old" }),
      "alpha/2016-11-15/service-2.json.gz": packed({ operations: "new" }),
      "alpha/2016-11-15/endpoint-rule-set-1.json.gz": packed({ rules: [] }),
      "alpha/2016-11-15/paginators-1.json": json({}),
    }),
  );

  expect(apis).toEqual([
    { client: "alpha", model: { operations: "new" }, endpointRules: { rules: [] } },
    { client: "zeta", model: { operations: "zeta" }, endpointRules: undefined },
  ]);
  expect(endpoints).toEqual({ version: 3 });
});
