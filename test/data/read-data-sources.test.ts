import { expect, test } from "vitest";
import { readDataSources } from "../../src/data/read-data-sources.ts";

test("names the package and version behind each side of the data", () => {
  const { api, authorization } = readDataSources();

  expect(api).toMatch(/^botocore \d+\.\d+\.\d+$/);
  expect(authorization).toMatch(/^@cloud-copilot\/iam-data \d+\.\d+\.\d+$/);
});
