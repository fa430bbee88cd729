import { expect, test } from "vitest";
import { defaultRoots } from "../../../src/capture/tls/default-roots.ts";

test("every root is one PEM certificate", () => {
  const roots = defaultRoots();
  expect(roots.length).toBeGreaterThan(50);
  expect(
    roots.filter((root) => !/^-----BEGIN CERTIFICATE-----\n[\s\S]+\n-----END CERTIFICATE-----\n?$/.test(root)),
  ).toEqual([]);
});
