import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readOwnApis, withOwnApis } from "../../../src/data/generate/own-apis.ts";
import { openApiIndex } from "../../../src/data/open-api-index.ts";
import { rawRequest, signed } from "../../support/raw-request.ts";
import { realDecoder } from "../../support/real-decoder.ts";

const own = readOwnApis(readFileSync(join(import.meta.dirname, "../../../src/data/generate/own-apis.json"), "utf8"));

test("the committed data holds our own APIs as they are written", () => {
  const apis = openApiIndex();
  for (const { entry, operations } of own) {
    expect(apis.withSdkId(entry.sdkId)).toEqual(entry);
    expect(
      [...apis.load(entry.client).operations.values()].map(({ name, path, members }) => [name, path, members]),
    ).toEqual(operations.map(({ name, path, members }) => [name, path, members]));
  }
});

test("an API that the models describe is theirs, and the order is the index's", () => {
  const [first] = own;
  const entry = { ...first?.entry, client: "aaa", sdkId: "A" } as NonNullable<typeof first>["entry"];
  const described = [{ entry, operations: [] }];
  expect(withOwnApis(described, own).map((api) => api.entry.client)).toEqual([
    "aaa",
    ...own.map((api) => api.entry.client),
  ]);
  expect(withOwnApis(own, own)).toEqual(own);
});

test.each([
  ["POST /stream-transcription", "StartStreamTranscription"],
  ["POST /medical-scribe-stream", "StartMedicalScribeStream"],
  ["GET /stream-transcription-websocket?language-code=en-US", "StartStreamTranscriptionWebSocket"],
])("botocore has no client for it, and it is decoded all the same: %s", (line, operation) => {
  const head = `${line} HTTP/1.1\nHost: transcribestreaming.eu-west-1.amazonaws.com:8443`;
  const request = realDecoder.decodeRequest(rawRequest(`${head}\n${signed("eu-west-1/transcribe")}`));
  expect(request).toMatchObject({ call: { sdkId: "Transcribe Streaming", operation } });
});
