import { expect, test } from "vitest";
import streams from "../../src/services/dynamodb-streams.ts";
import { excerptsRead, pathsRead } from "../../src/services/paths-read.ts";

test("nothing of an iterator is kept but the ARN before it", () => {
  const arn = "arn:aws:dynamodb:us-east-1:123456789012:table/photos/stream/2026-01-02T03:04:05.678";
  expect(pathsRead(streams, "GetRecords")).toEqual([]);
  const [excerpt] = excerptsRead(streams, "GetRecords");
  expect(excerpt?.pattern.exec(`${arn}|1|AAAAtoken`)?.[0]).toBe(arn);
  expect(excerpt?.pattern.exec(arn)?.[0]).toBe(arn);
  expect(excerpt?.pattern.exec("AAAAtoken")).toBeNull();
});
