/** What one real client of AWS is made to do, and what has to come of it: a case of the matrix and a row of its table. */
import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

export const CLIENTS = resolve(import.meta.dirname, "../clients");

export interface ClientCase {
  /** The row's name in the README. */
  readonly client: string;
  readonly notes: string;
  /** Why it cannot run here; undefined where it can. */
  readonly missing: string | undefined;
  /** The version that is about to be run, as the client itself or its lock file tells it. */
  version(): string;
  /** Builds what the command starts, in `scratch`, which is the working directory of the command, too. */
  prepare?(scratch: string): void;
  /** Nothing in it names iamgen or an endpoint. */
  command(scratch: string): readonly string[];
  /** Added to what the machine has. */
  readonly env?: Readonly<Record<string, string>>;
  readonly stdout: string;
  /** As `callsOf` has them; each stands for one request that arrives, for each `xN`. */
  readonly calls: readonly string[];
  /** Actions and resources of the policy's statements, in its order. */
  readonly allows: readonly Grant[];
  /** What the client makes up in names, anew in every run: it stands as `…` in the grants of `allows`. */
  readonly random?: RegExp;
  /** Puts what must be there already into moto, whose URL it gets; not counted. */
  seed?(moto: string): Promise<void>;
  /** What answers: moto, unless it is to speak HTTP/2. */
  readonly answeredBy?: "moto" | "stand-in" | "event-stream stand-in";
}

export interface Grant {
  readonly Action: string | readonly string[];
  readonly Resource: string | readonly string[];
}

/** The first version number that the command prints, or the empty string. */
export function versionOf(...command: readonly string[]): string {
  const [program = "", ...args] = command;
  const { stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
  return /\d+\.\d+(?:\.\d+)?/.exec(`${stdout ?? ""}${stderr ?? ""}`)?.[0] ?? "";
}

/** The first package's version where Debian has installed all of them, else the empty string. */
export const debianVersion = (...packages: readonly string[]): string =>
  packages.every((name) => versionOf("dpkg-query", "-W", name) !== "")
    ? versionOf("dpkg-query", "-W", packages[0] ?? "")
    : "";

export const unless = (found: boolean, reason: string): string | undefined => (found ? undefined : reason);

/** Runs what prepares a case; throws with all that it printed where it fails. */
export function must(cwd: string, ...command: readonly string[]): void {
  const [program = "", ...args] = command;
  const { status, stdout, stderr } = spawnSync(program, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command.join(" ")} failed: ${stdout}${stderr}`);
}

export const script = (text: string): readonly string[] => ["sh", "-ec", text];

/** The ARNs of a bucket and of the one object that a case puts into it. */
export const bucketAnd = (bucket: string, key: string): readonly string[] => [
  `arn:aws:s3:::${bucket}`,
  `arn:aws:s3:::${bucket}/${key}`,
];

/** Makes a bucket that a case finds. */
export async function makeBucket(moto: string, name: string): Promise<void> {
  const { ok } = await fetch(`${moto}/${name}`, { method: "PUT" });
  if (!ok) throw new Error(`no bucket ${name}`);
}

/** An object read and written in a bucket that was made for it: the same in all clients. */
export const READ_WRITTEN = ["s3:CreateBucket", "s3:GetObject", "s3:PutObject"];

/** 20 MiB in parts of 8 MiB, there and back. */
export const TWENTY_MEBIBYTES = [
  "S3.CompleteMultipartUpload x1",
  "S3.CreateBucket x1",
  "S3.CreateMultipartUpload x1",
  "S3.GetObject x3",
  "S3.HeadObject x1",
  "S3.UploadPart x3",
];
