/** AWS Direct Connect: virtual interfaces are described, and tagged, in a part of the request. */
import { authorizedAs, defineService, type OperationRule } from "./define-service.ts";
import { tagsInside } from "./nested-tags.ts";
import { either, everyResource, filled, newResource } from "./rule-resource.ts";
import { member } from "./rule-value.ts";

const makes = (verb: "Allocate" | "Create", kind: "Private" | "Public" | "Transit"): [string, OperationRule] => {
  const operation = `${verb}${kind}VirtualInterface`;
  const place = `new${kind}VirtualInterface${verb === "Allocate" ? "Allocation" : ""}`;
  const on = `directconnect:${operation} arn:aws:directconnect:us-east-1:123456789012:dxcon/dxcon-1`;
  const input = (more: object) => ({ connectionId: "dxcon-1", [place]: { virtualInterfaceName: "v", ...more } });
  const rule: OperationRule = {
    authorizedActions: [
      { action: `directconnect:${operation}` },
      tagsInside({ action: "directconnect:TagResource", type: "dxvif", tags: `${place}.tags[]` }),
    ],
    because: "the new interface may be tagged",
    see: `https://docs.aws.amazon.com/directconnect/latest/APIReference/API_${operation}.html`,
    examples: [
      {
        input: input({ tags: [{ key: "team", value: "net" }] }),
        permits: [on, "directconnect:TagResource arn:aws:directconnect:us-east-1:123456789012:dxvif/*"],
      },
      { input: input({}), permits: [on] },
    ],
  };
  return [operation, rule];
};

const ITSELF = filled("dxcon", { ConnectionId: member("interconnectId") });

const INTERCONNECT = {
  servicePrefix: "directconnect",
  because: "an interconnect is a connection, too",
  see: "https://docs.aws.amazon.com/directconnect/latest/UserGuide/security_iam_service-with-iam.html",
  example: {
    input: { interconnectId: "dxcon-1" },
    on: "arn:aws:directconnect:us-east-1:123456789012:dxcon/dxcon-1",
  },
} as const;

export default defineService({
  sdkId: "Direct Connect",
  operations: {
    ...Object.fromEntries(
      (["Private", "Public", "Transit"] as const).flatMap((kind) => [makes("Allocate", kind), makes("Create", kind)]),
    ),
    ...authorizedAs(
      {
        AllocateConnectionOnInterconnect: "AllocateConnectionOnInterconnect",
        DeleteInterconnect: "DeleteInterconnect",
        DescribeConnectionsOnInterconnect: "DescribeConnectionsOnInterconnect",
        DescribeInterconnectLoa: "DescribeInterconnectLoa",
      },
      { ...INTERCONNECT, resource: ITSELF },
    ),
    ...authorizedAs(
      { DescribeInterconnects: "DescribeInterconnects" },
      { ...INTERCONNECT, resource: either(ITSELF, everyResource) },
    ),
  },
  makes: { CreateDirectConnectGateway: newResource("dx-gateway") },
});
