/** A policy document in IAM's own spelling, so that rendering JSON is `JSON.stringify` (IAM JSON policy grammar). */

export type StringOrList = string | readonly string[];

export interface Statement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action?: StringOrList;
  readonly NotAction?: StringOrList;
  readonly Resource?: StringOrList;
  readonly NotResource?: StringOrList;
  readonly Condition?: { readonly [operator: string]: { readonly [conditionKey: string]: StringOrList } };
}

export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}
