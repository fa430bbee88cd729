/** Amazon WorkSpaces: each of several workspaces names its directory and its bundle, and may be tagged. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, everyResource, namedIn, newResource } from "./rule-resource.ts";

const HERE = "arn:aws:workspaces:us-east-1:123456789012";

export default defineService({
  sdkId: "WorkSpaces",
  operations: {
    StartWorkspaces: {
      authorizedActions: [
        {
          action: "workspaces:StartWorkspaces",
          resource: namedIn("workspaceid", "WorkspaceId", "StartWorkspaceRequests[].WorkspaceId"),
        },
      ],
      because: "what is started is there already, and named in a request of its own",
      see: "https://docs.aws.amazon.com/workspaces/latest/api/API_StartWorkspaces.html",
      examples: [
        {
          input: { StartWorkspaceRequests: [{ WorkspaceId: "ws-1" }, { WorkspaceId: "ws-2" }] },
          permits: [`workspaces:StartWorkspaces ${HERE}:workspace/ws-1 + ${HERE}:workspace/ws-2`],
        },
      ],
    },
    CreateWorkspaces: {
      authorizedActions: [
        {
          action: "workspaces:CreateWorkspaces",
          resource: bothOf(
            namedIn("directoryid", "DirectoryId", "Workspaces[].DirectoryId"),
            namedIn("workspacebundle", "BundleId", "Workspaces[].BundleId"),
            newResource("workspaceid"),
          ),
        },
        {
          action: "workspaces:CreateTags",
          resource: everyResource,
          when: whenMember("Workspaces[].Tags[]"),
          origin: "dependent",
          because: "the new workspaces are tagged",
        },
      ],
      because: "each of the workspaces names its directory and its bundle",
      see: "https://docs.aws.amazon.com/workspaces/latest/api/API_CreateWorkspaces.html",
      examples: [
        {
          input: {
            Workspaces: [{ DirectoryId: "d-1", UserName: "ana", BundleId: "wsb-1", Tags: [{ Key: "a", Value: "b" }] }],
          },
          permits: [
            `workspaces:CreateWorkspaces ${HERE}:directory/d-1 + ${HERE}:workspacebundle/wsb-1`,
            `workspaces:CreateWorkspaces ${HERE}:workspace/*`,
            "workspaces:CreateTags *",
          ],
        },
        {
          input: { Workspaces: [{ DirectoryId: "d-1", UserName: "ana", BundleId: "wsb-1" }] },
          permits: [
            `workspaces:CreateWorkspaces ${HERE}:directory/d-1 + ${HERE}:workspacebundle/wsb-1`,
            `workspaces:CreateWorkspaces ${HERE}:workspace/*`,
          ],
        },
      ],
    },
  },
});
