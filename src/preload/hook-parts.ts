/** What `register.cts` hands to its siblings. Types only: CommonJS files under this tsconfig export no types. */

/** What a wrapped method does besides its own work. An exception on our side changes nothing for the program. */
interface Detour {
  /** Other arguments for the method itself. */
  readonly args?: readonly unknown[];
  readonly after?: (result: unknown) => void;
}

/** Replaces `owner[name]` by a method that asks `before` first, then does what it always did. */
export type Wrap = (
  owner: object,
  name: string,
  before: (self: unknown, args: readonly unknown[]) => Detour | undefined,
) => void;

/** Tells iamgen something, once for each process and authority. */
type Notify = (code: string, authority?: string, detail?: string) => void;

/** Adds the origin of a signed request; tells whether it is news. */
type Learn = (protocol: unknown, hostname: unknown, port: unknown) => boolean;

export type LearnOrigins = (wrap: Wrap, learn: Learn) => void;

/** Only HTTP among these protocols, as `tls.connect` takes them. */
export type OffersOnlyHttp = (protocols: unknown) => boolean;

/** `root` ends with a slash; files are told relative to it. */
export type TellCallSites = (wrap: Wrap, place: { readonly file: string; readonly root: string }) => void;

/** Looks out for something that explains missing calls. */
export type LookOut = (wrap: Wrap, notify: Notify) => void;
