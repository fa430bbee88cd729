/** Resource Groups Tagging API: each resource is tagged by its own API, with the caller's permissions. */
import { type AuthorizedAction, defineService, type OperationRule } from "./define-service.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { arnFrom } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";
import { TAGGED_APIS } from "./tagging-api-actions.ts";

const RESOURCES = "ResourceARNList[]";

const onEach = (what: "tag" | "untag"): readonly AuthorizedAction[] =>
  TAGGED_APIS.map(({ arn, [what]: action }) => {
    const ofApi = new RegExp(`^(arn:[^:]+:${arn}.+)$`);
    return {
      action,
      resource: arnFrom(captured(member(RESOURCES), ofApi)),
      when: whenMemberMatches(RESOURCES, ofApi),
      origin: "forward-access",
      because: "the resource's own API checks whether the caller may change its tags",
    };
  });

const changes = (operation: "TagResources" | "UntagResources", examples: OperationRule["examples"]): OperationRule => ({
  authorizedActions: [{ action: `tag:${operation}` }, ...onEach(operation === "TagResources" ? "tag" : "untag")],
  because: "tags are changed through the APIs of the resources",
  see: `https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_${operation}.html`,
  examples,
});

const QUEUE = "arn:aws:sqs:us-east-1:123456789012:jobs";

export default defineService({
  sdkId: "Resource Groups Tagging API",
  operations: {
    TagResources: changes("TagResources", [
      {
        input: { ResourceARNList: [QUEUE, "arn:aws:s3:::album"], Tags: { team: "web" } },
        permits: ["tag:TagResources *", `sqs:TagQueue ${QUEUE}`, "s3:PutBucketTagging arn:aws:s3:::album"],
      },
      {
        input: { ResourceARNList: ["arn:aws:lex:us-east-1:123456789012:bot/b"], Tags: { team: "web" } },
        permits: ["tag:TagResources *"],
      },
    ]),
    UntagResources: changes("UntagResources", [
      {
        input: { ResourceARNList: [QUEUE], TagKeys: ["team"] },
        permits: ["tag:UntagResources *", `sqs:UntagQueue ${QUEUE}`],
      },
    ]),
  },
});
