/**
 * How an API is reached where its model does not say it: hosts that carry a part of the input, and signing names beyond
 * the model's own. Typed records only; `decode/` reads them, `services/*-addressing.ts` write them.
 */

/**
 * A template over the placeholders of the host form and `{Partition}`, `{Region}`, `{CallerAccount}`. Of several the
 * first is taken whose placeholders are all known.
 */
export type ValueTemplates = readonly string[];

export interface HostForm {
  /**
   * The hostname without DNS suffix and region and without FIPS, dual-stack and VPC endpoint marks, which every form
   * may carry at its end. `{Name}` is a label or a part of one, `{Name+}` may hold dots, `{AccountId}` is 12 digits.
   */
  readonly form: string;
  /** Input members that the host fixes, by name. */
  readonly binds?: Readonly<Record<string, ValueTemplates>>;
  /** The path label that stands in the host, so that the path lacks it. */
  readonly holds?: string;
  /** Also on hosts outside AWS (local stand-ins), where any further labels may follow. */
  readonly standIn?: true;
}

/** A header that makes a member's value part of a longer name. */
interface HeaderRewrite {
  readonly header: string;
  /** `{Header}` is its value, `{Value}` the member's. */
  readonly binds: Readonly<Record<string, ValueTemplates>>;
}

export interface Addressing {
  readonly sdkId: string;
  /** Signing names under which this API is called besides the model's. */
  readonly signingNames?: readonly string[];
  /** Most specific first. On a host of AWS that fits none of them the API is not meant. */
  readonly hosts?: readonly HostForm[];
  /** Operations that exist under one signing name only, and go first there. */
  readonly signedAs?: Readonly<Record<string, string>>;
  readonly rewrites?: readonly HeaderRewrite[];
  /** With this header the key is a session's: it encodes no account. */
  readonly sessionHeader?: string;
  /** Member whose value old clients give as the request's URL. */
  readonly urlMember?: string;
  /** The sdkId of an API that answers the same requests today, and is meant where nothing on the wire differs. */
  readonly supersededBy?: string;
  /** The endpoint has a path of its own in front of the model's; the value names the member that its first part becomes. */
  readonly basePath?: string;
}

/** The record as it is; the type checks it. */
export function defineAddressing(addressing: Addressing): Addressing {
  return addressing;
}
