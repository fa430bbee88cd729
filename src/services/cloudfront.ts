/** Amazon CloudFront: distributions that are made with tags, copied, promoted, or given another's domain; VPC origins. */

import distributions from "./cloudfront-distributions.ts";
import domains from "./cloudfront-domains.ts";
import { defineService, operationRules } from "./define-service.ts";

export default defineService({ sdkId: "CloudFront", operations: operationRules({ ...distributions, ...domains }) });
