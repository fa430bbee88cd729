import { describe, expect, test } from "vitest";
import { generatedText } from "../../src/synthesize/generated-text.ts";

describe("texts that look generated", () => {
  test.each([
    ["0f8fad5b-d9cb-469f-a165-70867728950e", "*", "a UUID"],
    ["run-0F8FAD5B-D9CB-469F-A165-70867728950E.log", "run-*.log", "a UUID"],
    ["2026-11-21T09:10:11Z", "*", "a time"],
    ["1795267798809-2026-11-21T13:29:58.809Z", "*", "a time"],
    ["backup-20261121T091011Z.tar", "backup-*.tar", "a time"],
    ["logs/2026/11/21/app.log", "logs/*/app.log", "a date"],
    ["export-2026-11-21", "export-*", "a date"],
    ["export_20261121_091011", "export_*", "a date"],
    ["backup-2026-11-21-09-10-11.tar", "backup-*.tar", "a date"],
    ["logs/2026-11-21_09:10", "logs/*", "a date"],
    ["upload-1763716211.json", "upload-*.json", "a time"],
    ["upload-1763716211123", "upload-*", "a time"],
    ["i-0123456789abcdef0", "i-*", "an id"],
    ["subnet-12345678", "subnet-*", "an id"],
    ["3f2504e04f8941d39a0c0305e82c3301", "*", "a hash"],
    ["uploads/3f2b8c1d.jpg", "uploads/*.jpg", "a hash"],
    ["01ARZ3NDEKTSV4RRFFQ69G5FAV", "*", "a ULID"],
    ["cart-cjld2cjxh0000qzrmn831i7rn", "cart-*", "a CUID"],
    ["session/0ujtsYcgvSTl8PAuAdqWYSMnLOv", "session/*", "a KSUID"],
    ["stack-Bucket-1A2B3C4D5E6F7", "stack-Bucket-*", "a random suffix"],
    ["test-queue-x7k2m9", "test-queue-*", "a random suffix"],
  ])("%s is %s: %s", (text, pattern, name) => {
    expect(generatedText(text)).toEqual({ pattern, looksLike: [name] });
  });

  test("each generated part is replaced, and neighbours are one", () => {
    expect(generatedText("2026/11/21/[$LATEST]3f2504e04f8941d39a0c0305e82c3301")?.pattern).toBe("*/[$LATEST]*");
    expect(generatedText("20261121-0f8fad5b-d9cb-469f-a165-70867728950e")?.pattern).toBe("*");
  });
});

test.each([
  "orders",
  "user-pool",
  "api-v2",
  "node18-worker",
  "app-us-east-1",
  "photos-2026",
  "111122223333",
  "sha256",
  "feature-facade",
  "deadbeef",
  "db-replica-01",
  "AWSReservedSSO",
  "cluster/MAIN",
  "orders/*",
  "utf8-base64",
  "orders-v2beta1",
  "thumb-640x480",
  "video-1080p60",
  "year/decade20",
  "customer-20260115x",
])("%s does not look generated", (text) => {
  expect(generatedText(text)).toBeUndefined();
});
