/** The certificate authorities that the user's programs trust, and whether a wrapped program would still trust them. */
import { certificateFiles } from "../../run/user-trust.ts";
import { type Diagnosis, type Examined, note, ok, problem } from "./diagnosis.ts";

export function examineCertificates({ environment, home }: Examined): readonly Diagnosis[] {
  const { system, named } = certificateFiles(environment, home);
  const systemVerdict =
    system === undefined
      ? note("no file holds this system's certificate authorities: Node's own are used towards AWS")
      : ok(`the system's ${system.certificates} certificate authorities come from ${system.path}`);
  return [systemVerdict, ...named.map(fileVerdict), ...directoryVerdict(environment["SSL_CERT_DIR"])];
}

interface NamedFile {
  readonly from: string;
  readonly path: string;
  readonly certificates: number;
}

function fileVerdict({ from, path, certificates }: NamedFile): Diagnosis {
  if (certificates > 0) return ok(`${from}: ${certificates} of ${path} stay trusted`);
  return problem(`${from} names ${path}, where no certificate can be read`, "correct it, or take it away");
}

const directoryVerdict = (directory: string | undefined): readonly Diagnosis[] =>
  directory === undefined || directory === ""
    ? []
    : [note(`SSL_CERT_DIR stays ${directory}: a client that reads only directories does not trust iamgen`)];
