/** Systems Manager: what is tagged is given by kind and id. */
import { whenMemberEquals } from "./rule-condition.ts";
import { bothOf, filled, type ResourceRule } from "./rule-resource.ts";
import { captured, type Fill, fillWhen, member } from "./rule-value.ts";

const ID = member("ResourceId");

/** `ResourceType` of the request -> type of the reference and how the id fills it. */
const KINDS: Readonly<Record<string, readonly [type: string, fill: Exclude<Fill, { readonly kind: "when" }>]>> = {
  Association: ["association", { AssociationId: ID }],
  Automation: ["automation-execution", { AutomationExecutionId: ID }],
  Document: ["document", { DocumentName: ID }],
  MaintenanceWindow: ["maintenancewindow", { ResourceId: ID }],
  ManagedInstance: ["managed-instance", { InstanceId: ID }],
  OpsItem: ["opsitem", { ResourceId: ID }],
  OpsMetadata: ["opsmetadata", { ResourceId: ID }],
  Parameter: ["parameter", { ParameterNameWithoutLeadingSlash: captured(ID, /^\/?([^:]+)/) }],
  PatchBaseline: ["patchbaseline", { PatchBaselineIdResourceId: ID }],
};

/** The one resource that is tagged, untagged, or asked for its tags. */
export const TAGGED: ResourceRule = bothOf(
  ...Object.entries(KINDS).map(([kind, [type, fill]]) =>
    filled(type, fillWhen(whenMemberEquals("ResourceType", kind), fill)),
  ),
);
