import { expect, test } from "vitest";
import rules from "../../src/services/direct-connect.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("tags of one kind of interface are not looked for in another", () => {
  const newPrivateVirtualInterface = { virtualInterfaceName: "v", tags: [{ key: "a" }] };
  expect(permits("CreatePublicVirtualInterface", { connectionId: "dxcon-1", newPrivateVirtualInterface })).toHaveLength(
    1,
  );
});
