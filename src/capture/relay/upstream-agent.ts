/** Gives Node's HTTP client the one upstream connection that belongs to a client connection, and never another. */
import { Agent, type ClientRequestArgs } from "node:http";
import type { Socket } from "node:net";
import { passUnasked } from "./unasked-answer.ts";

type OnCreated = Parameters<Agent["createConnection"]>[1];

/** Requests go out one after the other, in the order in which they were made. */
export class UpstreamAgent extends Agent {
  readonly #connection: Socket;
  readonly #client: Socket;
  #isGiven = false;
  #stopPassing: (() => void) | undefined;

  /** What the upstream says between two requests goes to the client. */
  constructor(connection: Socket, client: Socket) {
    super({ keepAlive: true, maxSockets: 1, maxFreeSockets: 1 });
    this.#connection = connection;
    this.#client = client;
  }

  override createConnection(_: ClientRequestArgs, created?: OnCreated): Socket | undefined {
    if (!this.#isGiven && !this.#connection.destroyed) {
      this.#isGiven = true;
      return this.#connection;
    }
    const gone = Object.assign(new Error("the upstream has closed the connection"), { code: "ECONNRESET" });
    process.nextTick(() => created?.(gone, this.#connection));
    return undefined;
  }

  /** Node would give up an idle connection after the time that the last answer named; that is for the two ends to do. */
  override keepSocketAlive(): boolean {
    this.#stopPassing = passUnasked(this.#connection, this.#client);
    return true;
  }

  override reuseSocket(): void {
    this.#stopPassing?.();
  }
}
