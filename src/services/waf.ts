/** AWS WAF Classic, for CloudFront: rules that count requests have an ARN of their own. */

import { defineService } from "./define-service.ts";
import { rateBasedRule } from "./waf-rules.ts";

export default defineService({
  sdkId: "WAF",
  resources: {
    ratebasedrule: rateBasedRule({
      operation: "GetRateBasedRule",
      permits: "waf:GetRateBasedRule arn:aws:waf::123456789012:ratebasedrule/r-1",
    }),
  },
});
