/** Amazon WorkSpaces: each of several workspaces names its directory and its bundle, and may be tagged. */
import { defineService, type OperationRule } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { bothOf, everyResource, namedIn, newResource } from "./rule-resource.ts";

const HERE = "arn:aws:workspaces:us-east-1:123456789012";

const eachNamed = (verb: string): [string, OperationRule] => {
  const requests = `${verb}WorkspaceRequests`;
  const action = `workspaces:${verb}Workspaces`;
  const rule: OperationRule = {
    authorizedActions: [{ action, resource: namedIn("workspaceid", "WorkspaceId", `${requests}[].WorkspaceId`) }],
    because: "each of the workspaces is named in a request of its own",
    see: `https://docs.aws.amazon.com/workspaces/latest/api/API_${verb}Workspaces.html`,
    examples: [
      {
        input: { [requests]: [{ WorkspaceId: "ws-1" }, { WorkspaceId: "ws-2" }] },
        permits: [`${action} ${HERE}:workspace/ws-1 + ${HERE}:workspace/ws-2`],
      },
    ],
  };
  return [`${verb}Workspaces`, rule];
};

export default defineService({
  sdkId: "WorkSpaces",
  operations: {
    ...Object.fromEntries(["Reboot", "Rebuild", "Start", "Stop", "Terminate"].map(eachNamed)),
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
