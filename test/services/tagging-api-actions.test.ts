import { expect, test } from "vitest";
import { authorizationIndex } from "../../src/data/opened-indexes.ts";
import { TAGGED_APIS } from "../../src/services/tagging-api-actions.ts";

test.each(TAGGED_APIS)("$arn is tagged and untagged by actions that exist", ({ tag, untag }) => {
  for (const action of [tag, untag]) {
    const [prefix = "", name = ""] = action.split(":");
    expect(authorizationIndex().load(prefix)?.actions.get(name.toLowerCase())?.name, action).toBe(name);
  }
});

test("no ARN belongs to two of them", () => {
  const begins = TAGGED_APIS.map(({ arn }) => arn);
  expect(begins.filter((one) => begins.some((other) => other !== one && other.startsWith(one)))).toEqual([]);
  expect(new Set(begins).size).toBe(begins.length);
});
