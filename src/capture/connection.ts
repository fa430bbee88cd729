/** One client connection whose target is known, with what its handlers share: lines, notices, a way to give it up. */
import type { Socket } from "node:net";
import type { Admission } from "./admission.ts";
import { type Authority, authorityOf, formatAuthority, isLoopback } from "./authority.ts";
import type { CaptureNotice } from "./capture-notice.ts";
import type { CaptureOptions } from "./capture-options.ts";
import type { Approach, ConnectionFacts } from "./captured-exchange.ts";
import type { ClientTrust } from "./client-trust.ts";
import type { EndpointDirectory } from "./endpoint-listeners.ts";
import type { JoinedEnds } from "./joined-ends.ts";
import type { ConnectionObserver } from "./observe/create-observer.ts";
import type { Refusal } from "./refusal.ts";
import { reset } from "./splice.ts";
import { UpstreamLine } from "./upstream/upstream-line.ts";
import type { UpstreamTls } from "./upstream/upstream-tls.ts";

/** What all connections of one capture share. */
export interface CaptureContext {
  readonly options: CaptureOptions;
  readonly ownPort: number;
  /** Resolves once everything is loaded that serving a connection needs. Never rejects. */
  readonly ready: () => Promise<void>;
  /** Tells who may not use the proxy. */
  readonly admits: Admission;
  /** The client may be on another machine: loopback would not be what it means by that name. */
  readonly isElsewhere: boolean;
  readonly clientTrust: ClientTrust;
  /** TLS to real hosts, by the user's trust settings. */
  readonly upstreamTls: UpstreamTls;
  /** TLS to an `https://` forward target. */
  readonly forwardTls: UpstreamTls;
  /** Authorities that have turned us away for want of a client certificate, which only the real client has. */
  readonly wantsClientCertificate: Set<string>;
  /** Brings two open ends together for the life of the connection: the wiretap, or the message relay. */
  readonly join: (connection: Connection, ends: JoinedEnds) => void;
  /** Ports of ours that stand for other servers. */
  readonly endpoints: EndpointDirectory;
  /** Of connections that are still open. */
  readonly observers: Set<Pick<ConnectionObserver, "end">>;
  /** Never throws. */
  readonly notice: (notice: CaptureNotice) => void;
  readonly nextConnectionId: () => number;
  readonly nextExchangeId: () => number;
}

export interface ConnectionOrigin {
  readonly tcp: Socket;
  readonly approach: Approach;
  readonly target: Authority;
  /** Whose outer proxy is asked; `https` where the client did not say. */
  readonly scheme?: "http" | "https";
}

export class Connection {
  readonly context: CaptureContext;
  readonly tcp: Socket;
  readonly approach: Approach;
  readonly target: Authority;
  readonly authority: string;
  /** To where the client wanted to go. */
  readonly realLine: UpstreamLine;
  /** To where observed bytes go: the same, unless they are forwarded. */
  readonly observedLine: UpstreamLine;
  readonly #id: number;
  readonly #scheme: "http" | "https";

  constructor(context: CaptureContext, from: ConnectionOrigin) {
    this.context = context;
    this.#scheme = from.scheme ?? "https";
    this.tcp = from.tcp;
    this.approach = from.approach;
    this.target = context.endpoints.resolve(from.target);
    this.authority = formatAuthority(this.target);
    this.#id = context.nextConnectionId();
    this.realLine = this.#line(this.target, from.approach === "learned");
    const { forwardTo } = context.options.upstream;
    const forward = forwardTo === undefined ? undefined : authorityOf(forwardTo);
    this.observedLine = forward === undefined ? this.realLine : this.#line(forward, isLoopback(forward.hostname));
    from.tcp.once("close", this.#abandonLines);
  }

  /** Why the target is out of reach, as far as its name tells. (What only resolving tells is caught when dialling.) */
  get refusal(): Refusal | undefined {
    const { isElsewhere, ownPort } = this.context;
    if (!isLoopback(this.target.hostname)) return undefined;
    if (this.target.port === ownPort) return { status: 508, message: `\`${this.authority}\` is this proxy itself` };
    if (!isElsewhere) return undefined;
    const hint = "list it in NO_PROXY: for the client it is a server of its own machine";
    return { status: 403, message: `\`${this.authority}\` is not for clients of other machines`, hint };
  }

  get forwardTo(): URL | undefined {
    return this.context.options.upstream.forwardTo;
  }

  facts(scheme: "http" | "https"): ConnectionFacts {
    return { id: this.#id, approach: this.approach, scheme, authority: this.authority };
  }

  /** Bytes pass; that nobody took note of them is told, by the kind of error alone: its message may quote the request. */
  readonly observingFailed = (error: unknown): void => {
    const detail = error instanceof Error && "code" in error ? String(error.code) : String(Object(error).name);
    this.context.notice({ kind: "observing-failed", authority: this.authority, detail });
  };

  /** The upstream connection belongs to the splice from now on, which ends it in order. */
  joined(): void {
    this.tcp.off("close", this.#abandonLines);
    this.realLine.release();
    this.observedLine.release();
  }

  /** Gives the connection up so that the client sees a connection failure. */
  drop(): void {
    reset(this.tcp);
    this.#abandonLines();
  }

  readonly #abandonLines = (): void => {
    this.realLine.abandon();
    this.observedLine.abandon();
  };

  /** A direct line where the client itself had connected directly (a learned origin), or never leaves the machine. */
  #line(target: Authority, direct: boolean): UpstreamLine {
    const { proxyFor } = this.context.options.upstream;
    const outerProxy = direct ? undefined : proxyFor(this.#scheme, target.hostname, target.port);
    const { isElsewhere, ownPort, upstreamTls } = this.context;
    const loopback = !isElsewhere || target !== this.target;
    return new UpstreamLine({ target, outerProxy, ownPort, loopback, proxyTrust: () => upstreamTls.trust });
  }
}
