import { expect, test } from "vitest";
import { LostPlace } from "../../../src/capture/observe/lost-place.ts";

test("carries the detail that the notice will show", () => {
  const lost: unknown = new LostPlace("invalid content-length");
  expect(lost).toBeInstanceOf(Error);
  expect(lost).toHaveProperty("message", "invalid content-length");
});
