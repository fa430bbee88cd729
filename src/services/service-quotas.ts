/** Service Quotas: values that an API knows better itself are asked of it, with the caller's permissions. */
import { type AuthorizedAction, defineService, type OperationRule } from "./define-service.ts";
import { whenMemberEquals } from "./rule-condition.ts";
import { everyResource } from "./rule-resource.ts";

/** By service code, which is the API's prefix. */
const ASKED: Readonly<Record<string, string>> = {
  autoscaling: "DescribeAccountLimits",
  cloudformation: "DescribeAccountLimits",
  dynamodb: "DescribeLimits",
  elasticloadbalancing: "DescribeAccountLimits",
  iam: "GetAccountSummary",
  kinesis: "DescribeLimits",
  rds: "DescribeAccountAttributes",
  route53: "GetAccountLimit",
};

const asked: readonly AuthorizedAction[] = Object.entries(ASKED).map(([code, name]) => ({
  action: `${code}:${name}`,
  resource: everyResource,
  when: whenMemberEquals("ServiceCode", code),
  origin: "dependent",
  because: "the API whose quotas are read is asked for its limits",
}));

const reads = (operation: string, on: string): OperationRule => ({
  authorizedActions: [{ action: `servicequotas:${operation}` }, ...asked],
  because: "some quotas are read from the API that they limit",
  see: "https://docs.aws.amazon.com/service-authorization/latest/reference/list_servicequotas.html",
  examples: [
    {
      input: { ServiceCode: "dynamodb", QuotaCode: "L-1" },
      permits: [`servicequotas:${operation} ${on.replace("CODE", "dynamodb")}`, "dynamodb:DescribeLimits *"],
    },
    {
      input: { ServiceCode: "ec2", QuotaCode: "L-1" },
      permits: [`servicequotas:${operation} ${on.replace("CODE", "ec2")}`],
    },
  ],
});

export default defineService({
  sdkId: "Service Quotas",
  operations: {
    GetServiceQuota: reads("GetServiceQuota", "arn:aws:servicequotas:us-east-1:123456789012:CODE/L-1"),
    ListServiceQuotas: reads("ListServiceQuotas", "*"),
  },
});
