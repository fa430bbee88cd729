import { expect, test } from "vitest";
import { actionNames } from "../../src/services/define-service.ts";
import {
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
