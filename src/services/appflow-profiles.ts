/** Amazon AppFlow: where a flow names connector profiles. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import { type MemberPath, member } from "./rule-value.ts";

const usesProfile = (path: MemberPath): AuthorizedAction => ({
  action: "appflow:UseConnectorProfile",
  resource: filled("connectorprofile", { ProfileName: member(path) }),
  when: whenMember(path),
  origin: "dependent",
  because: "the flow reads or writes through the connector profile",
});

/** The profiles of the source and of all destinations. */
export const usesProfiles: readonly AuthorizedAction[] = [
  usesProfile("sourceFlowConfig.connectorProfileName"),
  usesProfile("destinationFlowConfigList[].connectorProfileName"),
];
