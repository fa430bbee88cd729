import { expect, test } from "vitest";
import rules from "../../src/services/codeartifact.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("packages are copied from the package of the source repository", () => {
  const input = { domain: "shop", sourceRepository: "a", destinationRepository: "b", format: "pypi", package: "six" };
  expect(permits("CopyPackageVersions", input).join()).toContain("package/shop/a/pypi//six");
});
