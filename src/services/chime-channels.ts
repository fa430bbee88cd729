/** Chime SDK messaging: what a request says about the channel that it makes. */
import type { AuthorizedAction } from "./define-service.ts";
import type { RuleCondition } from "./rule-condition.ts";
import { arnIn, bothOf, filled } from "./rule-resource.ts";
import { matching, member, unknownPart } from "./rule-value.ts";

/** An action on the channel that is made, in the name of the caller's user or bot. */
export const newChannel = (name: string, when: RuleCondition, because: string): AuthorizedAction => ({
  action: `chime:${name}`,
  resource: bothOf(
    arnIn("ChimeBearer"),
    filled(
      "channel",
      matching(
        member("AppInstanceArn"),
        /^arn:[^:]+:chime:(?<Region>[^:]+):(?<Account>\d+):app-instance\/(?<AppInstanceId>[^/]+)$/,
        { also: { ChannelId: unknownPart("*", "id-assigned-by-aws", "the channel is new") } },
      ),
    ),
  ),
  when,
  origin: "dependent",
  because,
});
