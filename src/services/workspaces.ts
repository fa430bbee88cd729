/** Amazon WorkSpaces: each of several workspaces names its directory and its bundle, and may be tagged. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, everyResource, namedIn, newResource } from "./rule-resource.ts";
import { eachOf, firstOf, member } from "./rule-value.ts";

/** Where a directory is called a resource, or stands in one of several requests. */
const NAMED_OTHERWISE = ["ResourceId", "ResourceIds[]", "StandbyWorkspaces[].DirectoryId"];

const HERE = "arn:aws:workspaces:us-east-1:123456789012";

export default defineService({
  sdkId: "WorkSpaces",
  resources: {
    directoryid: {
      filledBy: [{ DirectoryId: firstOf(member("DirectoryId"), eachOf(...NAMED_OTHERWISE.map(member))) }],
      because: "what is set for clients is set for a directory, which the request calls a resource",
      see: "https://docs.aws.amazon.com/workspaces/latest/api/API_ModifyClientProperties.html",
      examples: [
        {
          operation: "ModifyClientProperties",
          input: { ResourceId: "d-1", ClientProperties: {} },
          permits: [`workspaces:ModifyClientProperties ${HERE}:directory/d-1`],
        },
        {
          operation: "DescribeClientProperties",
          input: { ResourceIds: ["d-1", "d-2"] },
          permits: [`workspaces:DescribeClientProperties ${HERE}:directory/d-1 + ${HERE}:directory/d-2`],
        },
        {
          operation: "AssociateConnectionAlias",
          input: { AliasId: "wsca-1", ResourceId: "d-1" },
          permits: [`workspaces:AssociateConnectionAlias ${HERE}:connectionalias/wsca-1 + ${HERE}:directory/d-1`],
        },
      ],
    },
  },
  operations: {
    CreateStandbyWorkspaces: {
      authorizedActions: [
        { action: "workspaces:CreateStandbyWorkspaces" },
        {
          action: "workspaces:CreateTags",
          resource: everyResource,
          when: whenMember("StandbyWorkspaces[].Tags[]"),
          origin: "dependent",
          because: "the new workspaces are tagged",
        },
      ],
      because: "each of the new workspaces may be tagged",
      see: "https://docs.aws.amazon.com/workspaces/latest/api/API_CreateStandbyWorkspaces.html",
      examples: [
        {
          input: {
            PrimaryRegion: "us-west-2",
            StandbyWorkspaces: [{ PrimaryWorkspaceId: "ws-1", DirectoryId: "d-1", Tags: [{ Key: "a", Value: "b" }] }],
          },
          permits: [
            `workspaces:CreateStandbyWorkspaces ${HERE}:directory/d-1`,
            `workspaces:CreateStandbyWorkspaces ${HERE}:workspace/*`,
            "workspaces:CreateTags *",
          ],
        },
      ],
    },
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
