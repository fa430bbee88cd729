import { expect, test } from "vitest";
import { openApiIndex } from "../../src/data/open-api-index.ts";
import { openAuthorizationIndex } from "../../src/data/open-authorization-index.ts";
import { CALL_HINTS } from "../../src/services/call-hints.ts";

const apis = openApiIndex();
const authorization = openAuthorizationIndex();

test.each(CALL_HINTS)("$code: its operations and its action exist", ({ sdkId, operations, action }) => {
  const entry = apis.withSdkId(sdkId);
  const known = entry === undefined ? undefined : apis.load(entry.client).operations;
  expect(operations.filter((operation) => known?.has(operation) !== true)).toEqual([]);
  const [prefix = "", name = ""] = action?.split(":") ?? [];
  expect(action === undefined || authorization.load(prefix)?.actions.has(name.toLowerCase())).toBe(true);
});
