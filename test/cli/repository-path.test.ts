import { expect, test } from "vitest";
import { repositoryPath } from "../../src/cli/repository-path.ts";

test.each([
  ["/repo/iam/policy.json", "iam/policy.json"],
  ["iam/policy.json", "iam/policy.json"],
  ["/repository/policy.json", "/repository/policy.json"],
  ["/policy.json", "/policy.json"],
  ["../policy.json", "../policy.json"],
  ["/repo/..policy.json", "..policy.json"],
])("%s is %s", (path, shown) => {
  expect(repositoryPath(path, "/repo")).toBe(shown);
});
