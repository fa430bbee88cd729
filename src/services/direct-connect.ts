/** AWS Direct Connect: virtual interfaces are described, and tagged, in a part of the request. */
import { defineService, type OperationRule } from "./define-service.ts";
import { tagsInside } from "./nested-tags.ts";
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

export default defineService({
  sdkId: "Direct Connect",
  resources: {
    dxcon: {
      filledBy: [{ ConnectionId: member("interconnectId") }, { ConnectionId: member("connectionId") }],
      because: "an interconnect is a connection, too",
      see: "https://docs.aws.amazon.com/directconnect/latest/UserGuide/security_iam_service-with-iam.html",
      examples: [
        {
          operation: "DescribeInterconnectLoa",
          input: { interconnectId: "dxcon-1" },
          permits: ["directconnect:DescribeInterconnectLoa arn:aws:directconnect:us-east-1:123456789012:dxcon/dxcon-1"],
        },
      ],
    },
  },
  operations: Object.fromEntries(
    (["Private", "Public", "Transit"] as const).flatMap((kind) => [makes("Allocate", kind), makes("Create", kind)]),
  ),
});
