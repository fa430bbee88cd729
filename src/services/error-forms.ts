/** Errors that an API writes otherwise than its protocol says; `decode/answer/refusal.ts` writes the answers. */

export interface ErrorForm {
  readonly sdkId: string;
  /** `<Error>` stands alone, without `<ErrorResponse>` around it. */
  readonly isBare: true;
  readonly because: string;
  readonly see: `https://${string}`;
}

export const ERROR_FORMS: readonly ErrorForm[] = [
  {
    sdkId: "S3",
    isBare: true,
    because: "the model's restXml trait says noErrorWrapping",
    see: "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html",
  },
];

export const errorFormOf = (sdkId: string): ErrorForm | undefined => ERROR_FORMS.find((form) => form.sdkId === sdkId);

/** Somebody of that account: errors name their caller, who may not have shown a name. */
export const unnamedCaller = ({
  account,
  partition,
}: {
  readonly account?: string;
  readonly partition: string;
}): string => `arn:${partition}:iam::${account ?? ""}:*`;
