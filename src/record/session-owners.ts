/** Keys of a session belong to whoever asked for it: his calls by them are his own, and so is what is learned of them. */
import type { Learned } from "../decode/api-call.ts";
import type { RecordedCall, Recording } from "./recording.ts";

type Session = Extract<Learned, { kind: "session" }>;

/** The recording with the owner's identity in place of those of his sessions, and with the account of his that they lack. */
export function withSessionOwners(recording: Recording): Recording {
  const sessions = new Map(
    recording.learned.filter((fact): fact is Session => fact.kind === "session").map((fact) => [fact.id, fact]),
  );
  if (sessions.size === 0) return recording;
  const owned = (call: RecordedCall): RecordedCall => {
    const account = call.account ?? sessions.get(call.identity)?.account;
    return { ...call, identity: ownerOf(sessions, call.identity), ...(account === undefined ? {} : { account }) };
  };
  const learned = recording.learned.map((fact): Learned => {
    return fact.kind === "identity" ? { ...fact, id: ownerOf(sessions, fact.id) } : fact;
  });
  return { ...recording, calls: recording.calls.map(owned), learned };
}

/** A session may have been asked for by another; none is its own owner, though a file may say so. */
function ownerOf(sessions: ReadonlyMap<string, Session>, id: string): string {
  const seen = new Set<string>();
  let owner = id;
  while (!seen.has(owner)) {
    seen.add(owner);
    owner = sessions.get(owner)?.of ?? owner;
  }
  return owner;
}
