import { expect, test } from "vitest";
import iotsitewise from "../../src/services/iotsitewise.ts";
import { permitsOf } from "./permits-of.ts";

test("entries that name their assets are checked on those", () => {
  const entries = [
    { entryId: "1", assetId: "a1", propertyId: "p" },
    { entryId: "2", assetId: "a2", propertyId: "p" },
  ];
  expect(permitsOf(iotsitewise)("BatchPutAssetPropertyValue", { entries })).toEqual([
    "iotsitewise:BatchPutAssetPropertyValue arn:aws:iotsitewise:us-east-1:123456789012:asset/a1 + arn:aws:iotsitewise:us-east-1:123456789012:asset/a2",
  ]);
});
