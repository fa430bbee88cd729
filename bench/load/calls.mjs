/** Calls over HTTP/1.1, one after the other on each of N connections. */
import { latencies, openConnection, requestBytes } from "./open.mjs";

/** Resolves when an answer is there; all answers of the upstream have the same length, learnt from the first. */
class Answers {
  #length;
  #seen = 0;
  #head = "";
  #done;

  constructor(socket) {
    socket.on("data", (chunk) => this.#arrived(chunk));
    socket.on("error", () => {});
  }

  next() {
    return new Promise((resolve) => {
      this.#done = resolve;
    });
  }

  #arrived(chunk) {
    this.#seen += chunk.length;
    if (this.#length === undefined) this.#learn(chunk);
    if (this.#length === undefined || this.#seen < this.#length) return;
    this.#seen -= this.#length;
    this.#done();
  }

  #learn(chunk) {
    this.#head += chunk.toString("latin1");
    const end = this.#head.indexOf("\r\n\r\n");
    const length = /content-length: (\d+)/i.exec(this.#head)?.[1];
    if (end >= 0 && length !== undefined) this.#length = end + 4 + Number(length);
  }
}

/** `tables`: how many calls are distinct; they repeat from then on. */
export async function calls(way, { connections, count, tables = 10 }) {
  const sockets = await Promise.all(Array.from({ length: connections }, () => openConnection(way)));
  const repeated = tables <= 100 ? Array.from({ length: tables }, (_, table) => requestBytes(table)) : undefined;
  const took = [];
  let sent = 0;
  const work = async (socket) => {
    const answers = new Answers(socket);
    while (sent < count) {
      const request = repeated?.[sent % tables] ?? requestBytes(sent % tables);
      sent += 1;
      const startedAt = performance.now();
      const answer = answers.next();
      socket.write(request);
      await answer;
      took.push((performance.now() - startedAt) * 1000);
    }
    socket.destroy();
  };
  const startedAt = performance.now();
  await Promise.all(sockets.map(work));
  return { perSecond: took.length / ((performance.now() - startedAt) / 1000), ...latencies(took) };
}

/** One call on each of `count` new connections, four at a time; `hosts`: each to a host that was never seen. */
export async function newConnections(way, { count, hosts, round }) {
  const took = [];
  let opened = 0;
  const work = async () => {
    while (opened < count) {
      opened += 1;
      const host = hosts ? `t${round}x${opened}.dynamodb.us-east-1.amazonaws.com` : undefined;
      const startedAt = performance.now();
      const socket = await openConnection(way, { host });
      const answer = new Answers(socket).next();
      socket.write(requestBytes(0, host));
      await answer;
      took.push((performance.now() - startedAt) * 1000);
      socket.destroy();
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: 4 }, work));
  return { perSecond: took.length / ((performance.now() - startedAt) / 1000), ...latencies(took) };
}
