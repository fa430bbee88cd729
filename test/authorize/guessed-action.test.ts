import { expect, test } from "vitest";
import { apiCall, permissionsOf } from "./small-world.ts";

test("takes the operation's name for the action and says that nothing vouches for it", () => {
  expect(permissionsOf(apiCall("BurnDown"))).toMatchObject([
    { action: "library:BurnDown", verified: false, resources: ["*"], widened: { reason: "action-unknown" } },
  ]);
});

test("fills the resource type that the operation is named after", () => {
  expect(permissionsOf(apiCall("MoveShelf", { ShelfName: "a" }))).toMatchObject([
    { action: "library:MoveShelf", verified: false, resources: ["arn:aws:library:eu-west-1:123456789012:shelf/a"] },
  ]);
});

test("guesses an action also where the prefix has no reference", () => {
  const call = apiCall("Sing", {}, { sdkId: "Opera", signingName: "opera" });
  expect(permissionsOf(call)).toMatchObject([{ action: "opera:Sing", resources: ["*"] }]);
});
