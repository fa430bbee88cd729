/** Networks that an API looks up, or puts interfaces and endpoints into, with the caller's permissions. */
import type { AuthorizedAction } from "./define-service.ts";
import type { RuleCondition } from "./rule-condition.ts";
import { everyResource } from "./rule-resource.ts";

/** `actions`: of EC2, without prefix. */
export const inCallersNetwork = (actions: readonly string[], when?: RuleCondition): AuthorizedAction => ({
  action: actions.map((name) => `ec2:${name}`),
  resource: everyResource,
  ...(when === undefined ? {} : { when }),
  origin: "forward-access",
  because: "the network that the request names is looked up, and used, with the caller's permissions",
});
