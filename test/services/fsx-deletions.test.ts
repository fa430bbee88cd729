import { expect, test } from "vitest";
import rules from "../../src/services/fsx.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a file system whose kind the request does not tell leaves no backup that it would know of", () => {
  expect(permits("DeleteFileSystem", { FileSystemId: "fs-1" })).toEqual([
    "fsx:DeleteFileSystem arn:aws:fsx:us-east-1:123456789012:file-system/fs-1",
  ]);
});
