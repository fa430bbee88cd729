/** AWS Firewall Manager: what is put names itself inside its description once it has an id. */
import { defineService, type ResourceTypeRule } from "./define-service.ts";
import { anyOf, whenMember } from "./rule-condition.ts";
import { eachOf, fillWhen, type MemberPath, member, unknownPart } from "./rule-value.ts";

const SEE = "https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_Operations.html";

interface Kind {
  /** Of the ARN and of the type alike. */
  readonly type: string;
  readonly put: string;
  /** The description that is put, and where its id stands in it. */
  readonly described: string;
  readonly id: string;
  /** Members of other requests that name it. */
  readonly named: readonly MemberPath[];
}

function putWhole({ type, put, described, id, named }: Kind): ResourceTypeRule {
  const on = (name: string) => `fms:${put} arn:aws:fms:us-east-1:123456789012:${type}/${name}`;
  return {
    filledBy: [
      { Id: eachOf(...named.map(member), member(`${described}.${id}`)) },
      fillWhen(anyOf(whenMember(described)), {
        Id: unknownPart("*", "id-assigned-by-aws", `Id of ${type}`),
      }),
    ],
    because: "what is put for the first time has no id yet, what is changed names its own",
    see: SEE,
    examples: [
      { operation: put, input: { [described]: { [id]: "a1b2" } }, permits: [on("a1b2")] },
      { operation: put, input: { [described]: {} }, permits: [on("*")] },
    ],
  };
}

export default defineService({
  sdkId: "FMS",
  resources: {
    "applications-list": putWhole({
      type: "applications-list",
      put: "PutAppsList",
      described: "AppsList",
      id: "ListId",
      named: ["ListId"],
    }),
    "protocols-list": putWhole({
      type: "protocols-list",
      put: "PutProtocolsList",
      described: "ProtocolsList",
      id: "ListId",
      named: ["ListId"],
    }),
    policy: putWhole({
      type: "policy",
      put: "PutPolicy",
      described: "Policy",
      id: "PolicyId",
      named: ["PolicyId"],
    }),
    "resource-set": putWhole({
      type: "resource-set",
      put: "PutResourceSet",
      described: "ResourceSet",
      id: "Id",
      named: ["Identifier", "ResourceSetIdentifier"],
    }),
  },
});
