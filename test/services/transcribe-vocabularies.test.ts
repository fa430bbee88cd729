import { expect, test } from "vitest";
import rules from "../../src/services/transcribe.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a role reads the words where the request hands one over", () => {
  const VocabularyFileUri = "s3://lists/words.txt";
  const DataAccessRoleArn = "arn:aws:iam::123456789012:role/words";
  const found = permits("CreateVocabulary", { VocabularyName: "words", VocabularyFileUri, DataAccessRoleArn });
  expect(found.join()).not.toContain("s3:GetObject");
});
