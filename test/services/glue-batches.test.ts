import { expect, test } from "vitest";
import glue from "../../src/services/glue.ts";
import { permitsOf } from "./permits-of.ts";

test("every connection of a batch is asked for, in the catalog that they lie in", () => {
  expect(permitsOf(glue)("BatchDeleteConnection", { ConnectionNameList: ["a", "b"] })[0]).toBe(
    "glue:BatchDeleteConnection arn:aws:glue:us-east-1:123456789012:catalog + arn:aws:glue:us-east-1:123456789012:connection/a + arn:aws:glue:us-east-1:123456789012:connection/b",
  );
});
