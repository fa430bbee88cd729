import { expect, test } from "vitest";
import { tagsInside } from "../../src/services/nested-tags.ts";

test("tags are asked for only where they stand", () => {
  expect(tagsInside({ action: "directconnect:TagResource", type: "dxvif", tags: "new.tags[]" })).toMatchObject({
    action: "directconnect:TagResource",
    resource: { kind: "new", type: "dxvif" },
    when: { kind: "present", path: "new.tags[]" },
    origin: "dependent",
  });
});
