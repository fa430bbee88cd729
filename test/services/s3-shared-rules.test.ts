import { expect, test } from "vitest";
import { actionNames } from "../../src/services/define-service.ts";
import {
  ACCESS_POINT_ALIASES,
  ACCESS_POINT_OBJECTS,
  BUCKET_NAME,
  byVersion,
  ENCRYPTS_PARTS_UNDER_KEY,
  ENCRYPTS_UNDER_KEY,
  LISTED_OBJECT,
  ON_COPIED_OBJECTS,
  ON_NEW_OBJECTS,
  READS_SOURCE,
  WRITES_IF_MATCH,
} from "../../src/services/s3-shared-rules.ts";

test("asks for nothing that a header does not ask for", () => {
  const extras = [...ON_NEW_OBJECTS, ...ON_COPIED_OBJECTS, WRITES_IF_MATCH, ...ENCRYPTS_UNDER_KEY];
  expect(extras.filter(({ when }) => when === undefined)).toEqual([]);
});

test("leaves the tags of a copy to the copy's own rule", () => {
  expect(ON_COPIED_OBJECTS.flatMap(actionNames)).not.toContain("s3:PutObjectTagging");
});

test("decrypts parts, but not whole objects, to write them", () => {
  expect(new Set(ENCRYPTS_PARTS_UNDER_KEY.flatMap(actionNames))).toEqual(
    new Set(["kms:Decrypt", "kms:GenerateDataKey"]),
  );
  expect(new Set(ENCRYPTS_UNDER_KEY.flatMap(actionNames))).toEqual(new Set(["kms:GenerateDataKey"]));
});

test("reads either a source or a version of it", () => {
  const [plain, versioned] = READS_SOURCE;
  expect(plain?.when).toEqual({ kind: "not", condition: versioned?.when });
});

test("looks at each object of a list", () => {
  expect(LISTED_OBJECT.forEach).toBe("Delete.Objects[]");
});

test("a version has an action of its own, and only then", () => {
  const [plain, versioned] =
    byVersion({ GetObjectAcl: "GetObjectVersionAcl" }, "of this test")["GetObjectAcl"]?.authorizedActions ?? [];
  expect([plain?.action, versioned?.action]).toEqual(["s3:GetObjectAcl", "s3:GetObjectVersionAcl"]);
  expect(plain?.when).toEqual({ kind: "not", condition: versioned?.when });
});

test("a bucket's name is none of the names that stand for access points", () => {
  const names = ["album", "a.b-c", "a-1-s3alias", "a.mrap", "arn:aws:s3:us-east-1:1:accesspoint/a"];
  expect(names.filter((name) => BUCKET_NAME.test(name))).toEqual(["album", "a.b-c"]);
  expect(ACCESS_POINT_ALIASES).toHaveLength(ACCESS_POINT_OBJECTS("key").length);
});
