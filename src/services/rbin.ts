/** Recycle Bin: a rule that is made locked is locked by an action of its own. */
import { defineService } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { newResource } from "./rule-resource.ts";

const RULE = "arn:aws:rbin:us-east-1:123456789012:rule/*";

export default defineService({
  sdkId: "rbin",
  operations: {
    CreateRule: {
      authorizedActions: [
        { action: "rbin:CreateRule" },
        {
          action: "rbin:LockRule",
          resource: newResource("rule"),
          when: whenMember("LockConfiguration"),
          origin: "dependent",
          because: "the rule is locked when it is made",
        },
      ],
      because: "a rule that is made locked is locked by an action of its own",
      see: "https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin-perms.html",
      examples: [
        {
          input: { ResourceType: "EBS_SNAPSHOT", LockConfiguration: {} },
          permits: [`rbin:CreateRule ${RULE}`, `rbin:LockRule ${RULE}`],
        },
        { input: { ResourceType: "EBS_SNAPSHOT" }, permits: [`rbin:CreateRule ${RULE}`] },
      ],
    },
  },
});
