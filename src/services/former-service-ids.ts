/** Service ids that SDKs of former generations use for an API whose models have another one today. */

interface FormerServiceId {
  readonly former: string;
  readonly sdkId: string;
  readonly because: string;
  readonly see: string;
}

export const FORMER_SERVICE_IDS: readonly FormerServiceId[] = [
  {
    former: "CloudWatch Events",
    sdkId: "EventBridge",
    because: "EventBridge was CloudWatch Events, with the same API",
    see: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cwe-now-eb.html",
  },
];
