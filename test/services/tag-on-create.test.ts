import { describe, expect, test } from "vitest";
import { holdsNewTags, isTaggingName, taggingActionsFor } from "../../src/services/tag-on-create.ts";

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
    ["group", ["Untag", "Tag"], "Tag"],
  ])("for a %s", (noun, actions, expected) => {
    expect(taggingActionsFor(noun, actions)[0]).toBe(expected);
  });

  test("lists what holds for all types before what holds for one", () => {
    const actions = ["AddTagsToCertificate", "TagResource"];
    expect(taggingActionsFor("certificate", actions)).toEqual(["TagResource", "AddTagsToCertificate"]);
  });

  test("is told from reading and removing tags by its name", () => {
    const names = ["TagResource", "TagRole", "Tag", "AddTagsToStream", "UntagRole", "ListTags", "RemoveTags"];
    expect(names.filter(isTaggingName)).toEqual(["TagResource", "TagRole", "Tag", "AddTagsToStream"]);
  });
});
