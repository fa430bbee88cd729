import { expect, test } from "vitest";
import { requirementsOf } from "../../src/synthesize/requirement.ts";
import { byActions, resourceWidening } from "../../src/synthesize/widen-resources.ts";
import { observed } from "../support/observed-permission.ts";

const B = "arn:aws:s3:::b";
const needed = requirementsOf([
  observed("s3:GetObject", `${B}/logs/1`),
  observed("s3:GetObject", `${B}/logs/2`),
  observed("s3:GetObject", `${B}/x`),
  observed("s3:PutObject", `${B}/logs/3`),
]);

test("longest beginnings come first, and each floor unites what shares that much", () => {
  const { floors, widen } = resourceWidening(needed, byActions(needed));
  expect(floors).toEqual([7, 2]);
  const resources = (floor: number) => widen(floor).map(({ resource }) => resource);
  expect(resources(8)).toEqual(needed.map(({ resource }) => resource));
  expect(resources(7)).toEqual([`${B}/logs/*`, `${B}/logs/*`, `${B}/x`, `${B}/logs/3`]);
  expect(resources(2)).toEqual([`${B}/*`, `${B}/*`, `${B}/*`, `${B}/logs/3`]);
});

test("only resources of the same actions and conditions are one group", () => {
  const groupOf = byActions(needed);
  expect(new Set(needed.map(groupOf)).size).toBe(2);
});
