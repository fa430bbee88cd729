import { describe, expect, test } from "vitest";
import { holdsNewTags, taggingActionFor } from "../../src/services/tag-on-create.ts";

describe("members that hold new tags", () => {
  test.each([
    ["tags", "queue"],
    ["TagList", "dbinstance"],
    ["ResourceTags", "anomalymonitor"],
    ["jobTags", "modelcustomizationjob"],
    ["IdentityPoolTags", "identitypool"],
  ])("%s of a new %s", (member, noun) => {
    expect(holdsNewTags(member, noun)).toBe(true);
  });

  test.each([
    ["CopyTags", "snapshot"],
    ["propagateTags", "task"],
    ["TagKeys", "queue"],
    ["TagFilters", "queue"],
    ["SessionTags", "embedurl"],
  ])("not %s of a %s", (member, noun) => {
    expect(holdsNewTags(member, noun)).toBe(false);
  });
});

describe("the tagging action", () => {
  test.each([
    ["queue", ["TagResource", "UntagResource"], "TagResource"],
    ["dbinstance", ["AddTagsToResource", "RemoveTagsFromResource"], "AddTagsToResource"],
    ["virtualmfadevice", ["TagUser", "TagMFADevice", "UntagMFADevice"], "TagMFADevice"],
    ["certificate", ["AddTagsToCertificate", "RemoveTagsFromCertificate"], "AddTagsToCertificate"],
    ["project", ["UntagResource"], undefined],
  ])("for a %s", (noun, actions, expected) => {
    expect(taggingActionFor(noun, actions)).toBe(expected);
  });
});
