/** AWS Resource Groups: members of a group are found by tags or in a stack, as the caller may see them. */
import { type AuthorizedAction, defineService } from "./define-service.ts";
import { type RuleCondition, whenMemberEquals } from "./rule-condition.ts";
import { everyResource } from "./rule-resource.ts";

const BY_STACK = whenMemberEquals("ResourceQuery.Type", "CLOUDFORMATION_STACK_1_0");

const looksIn = (actions: readonly string[], when?: RuleCondition): AuthorizedAction => ({
  action: actions,
  resource: everyResource,
  ...(when === undefined ? {} : { when }),
  origin: "forward-access",
});

const STACKS = ["cloudformation:DescribeStacks", "cloudformation:ListStackResources"];

const onAll = (actions: readonly string[]): readonly string[] => actions.map((action) => `${action} *`);

const GROUP = "arn:aws:resource-groups:us-east-1:123456789012:group/web";

export default defineService({
  sdkId: "Resource Groups",
  operations: {
    CreateGroup: {
      authorizedActions: [
        { action: "resource-groups:CreateGroup" },
        looksIn(["cloudformation:DescribeStacks"], BY_STACK),
      ],
      because: "a group of what stands in a stack looks up the stack",
      see: "https://docs.aws.amazon.com/ARG/latest/APIReference/API_CreateGroup.html",
      examples: [
        {
          input: { Name: "web", ResourceQuery: { Type: "CLOUDFORMATION_STACK_1_0", Query: "{}" } },
          permits: ["resource-groups:CreateGroup *", "cloudformation:DescribeStacks *"],
        },
        {
          input: { Name: "web", ResourceQuery: { Type: "TAG_FILTERS_1_0", Query: "{}" } },
          permits: ["resource-groups:CreateGroup *"],
        },
      ],
    },
    ListGroupResources: {
      authorizedActions: [{ action: "resource-groups:ListGroupResources" }, looksIn([...STACKS, "tag:GetResources"])],
      because: "members are found by tags or in a stack, and the request does not tell which",
      see: "https://docs.aws.amazon.com/ARG/latest/APIReference/API_ListGroupResources.html",
      examples: [
        {
          input: { Group: "web" },
          permits: [`resource-groups:ListGroupResources ${GROUP}`, ...onAll([...STACKS, "tag:GetResources"])],
        },
      ],
    },
    SearchResources: {
      authorizedActions: [
        { action: "resource-groups:SearchResources" },
        looksIn(STACKS, BY_STACK),
        looksIn(["tag:GetResources"], whenMemberEquals("ResourceQuery.Type", "TAG_FILTERS_1_0")),
      ],
      because: "resources are found by tags or in a stack, as the query says",
      see: "https://docs.aws.amazon.com/ARG/latest/APIReference/API_SearchResources.html",
      examples: [
        {
          input: { ResourceQuery: { Type: "CLOUDFORMATION_STACK_1_0", Query: "{}" } },
          permits: ["resource-groups:SearchResources *", ...onAll(STACKS)],
        },
        {
          input: { ResourceQuery: { Type: "TAG_FILTERS_1_0", Query: "{}" } },
          permits: ["resource-groups:SearchResources *", "tag:GetResources *"],
        },
      ],
    },
  },
});
