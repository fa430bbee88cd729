import { expect, test } from "vitest";
import rules from "../../src/services/workspaces.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("two workspaces of one directory name it once", () => {
  const Workspaces = ["ana", "bo"].map((UserName) => ({ DirectoryId: "d-1", UserName, BundleId: `wsb-${UserName}` }));
  expect(permits("CreateWorkspaces", { Workspaces })[0]).toBe(
    "workspaces:CreateWorkspaces arn:aws:workspaces:us-east-1:123456789012:directory/d-1 + arn:aws:workspaces:us-east-1:123456789012:workspacebundle/wsb-ana + arn:aws:workspaces:us-east-1:123456789012:workspacebundle/wsb-bo",
  );
});
