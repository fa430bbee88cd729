import { expect, test } from "vitest";
import { LEGACY_QUERY_NAMES } from "../../../src/data/generate/legacy-query-names.ts";
import { openApiIndex } from "../../../src/data/open-api-index.ts";

test("every client with legacy names is a JSON API that still takes query forms", () => {
  const clients = Object.keys(LEGACY_QUERY_NAMES);
  const taking = openApiIndex().entries.filter(
    ({ protocols }) => protocols[0] !== "query" && protocols.includes("query"),
  );

  expect(clients.filter((client) => !taking.some((entry) => entry.client === client))).toEqual([]);
});

test("a batch goes by the name of its entries", () => {
  expect(LEGACY_QUERY_NAMES["sqs"]?.["SendMessageBatchRequestEntryList"]).toBe("SendMessageBatchRequestEntry");
});
