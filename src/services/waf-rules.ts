/** AWS WAF Classic, of both kinds: what requests name as a rule may be one that counts requests. */
import type { ResourceTypeRule } from "./define-service.ts";
import { member } from "./rule-value.ts";

interface RuleOf {
  readonly operation: string;
  readonly permits: string;
}

export const rateBasedRule = ({ operation, permits }: RuleOf): ResourceTypeRule => ({
  filledBy: [{ Id: member("RuleId") }],
  because: "a rule that counts requests is named by its id as a rule",
  see: "https://docs.aws.amazon.com/waf/latest/APIReference/API_waf_GetRateBasedRule.html",
  examples: [{ operation, input: { RuleId: "r-1" }, permits: [permits] }],
});
