import { describe, expect, test } from "vitest";
import { apiIndex } from "../../src/data/opened-indexes.ts";
import type { ServiceRules } from "../../src/services/define-service.ts";
import { SERVICES } from "../../src/services/index.ts";
import { keptPathsReader } from "../../src/services/kept-paths.ts";
import { keptPathsTable } from "../../src/services/kept-paths-table.ts";
import { excerptsRead, pathsRead } from "../../src/services/paths-read.ts";

/** As a file would hold it. */
const table = JSON.parse(JSON.stringify(keptPathsTable(SERVICES)));
const reader = keptPathsReader(table);

function operationsOf({ sdkId }: ServiceRules): readonly string[] {
  const entry = apiIndex().withSdkId(sdkId);
  return entry === undefined ? [] : [...apiIndex().load(entry.client).operations.keys()];
}

describe("the table", () => {
  test("says of every operation of AWS what its rules read, and which parts of texts", () => {
    const wrong = SERVICES.flatMap((rules) => {
      const { sdkId } = rules;
      return operationsOf(rules).filter((operation) => {
        const read = [pathsRead(rules, operation), excerptsRead(rules, operation)];
        const told = [reader.pathsRead(sdkId, operation), reader.excerptsRead(sdkId, operation)];
        return JSON.stringify(read, regExpToo) !== JSON.stringify(told, regExpToo);
      });
    });
    expect(wrong).toEqual([]);
  });

  test("has excerpts and operations of their own to tell", () => {
    expect(reader.excerptsRead("DynamoDB", "ExecuteStatement").map(({ path }) => path)).toEqual(["Statement"]);
    expect(reader.pathsRead("Lambda", "CreateFunction")).not.toEqual(reader.pathsRead("Lambda", "Invoke"));
  });
});

const regExpToo = (_: string, value: unknown) => (value instanceof RegExp ? String(value) : value);
