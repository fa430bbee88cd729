/** Why a run shows no call: the likeliest reason first, from what else was noticed. */
import { awsDnsSuffixes, type RecordedNotice, type RecordedTunnel, type Recording } from "../pipeline.ts";
import { isOnLoopback } from "../run/no-proxy.ts";
import { counted, noticeWording, undecodedWords } from "./wording.ts";

export function noCallReason(recording: Recording): string {
  const { undecoded, tunnels } = recording;
  const notice = (code: string) => recording.notices.find((found) => found.code === code);
  const mocked = notice("mocking-module");
  if (mocked) return `\`${mocked.detail ?? "a mocking module"}\` answers calls before they reach the network`;
  const failed = notice("observing-failed");
  if (failed) return [missedAt(failed), failed.detail].filter(Boolean).join(": ");
  const request = undecoded[0];
  if (request)
    return `requests to ${quoted(undecoded)} were seen, but not understood: ${undecodedWords(request.reason)}`;
  const distrusted = because(tunnels, "client-distrust");
  if (distrusted.length > 0) return `the program does not accept iamgen's certificate for ${quoted(distrusted)}`;
  const unverified = because(tunnels, "upstream-unverified");
  if (unverified.length > 0) return `the certificate of ${quoted(unverified)} does not verify with your trust settings`;
  if (notice("custom-lookup")) return "the program looks up host names by itself, so its sockets were left alone";
  const unreachable = recording.notices.filter(({ code }) => code === "upstream-failed");
  const wanted = unreachable.find(({ authority = "" }) => servesAws(authority));
  if (wanted) return notReached(wanted);
  const missed = recording.notices.find(({ code }) => noticeWording(code).hidesCalls);
  if (missed) return [missedAt(missed), missed.detail].filter(Boolean).join(": ");
  if (notice("lost-child"))
    return "a Node program was started with an environment of its own, without NODE_OPTIONS: pass `process.env` on to it";
  const others = because(tunnels, "not-aws");
  if (others.length > 0) {
    return `all connections went to other hosts, such as ${quoted(others)}; name yours with --intercept if it serves an AWS API`;
  }
  if (tunnels.length > 0) return `only connections that cannot be read: ${counted(tunnels.length, "host")}`;
  const down = notice("endpoint-down");
  if (down)
    return `the endpoint \`${down.authority ?? ""}\` was down at the start, so the program went there by itself`;
  if (notice("csm-silent")) return `${noticeWording("csm-silent").words}: use the proxy for them, without --no-proxy`;
  if (unreachable[0]) return `no connection to AWS, and ${notReached(unreachable[0])}`;
  return "no connection reached the proxy: the program made none (Python's moto answers within it), or heeds neither proxy variables nor NODE_OPTIONS";
}

const notReached = ({ authority = "the host", detail = "no answer" }: RecordedNotice): string =>
  `\`${authority}\` could not be reached: ${detail}`;

/** By name; a host of which nothing is known may be one that takes telemetry. */
function servesAws(authority: string): boolean {
  const hostname = authority.replace(/:\d+$/, "");
  return isOnLoopback(authority) || awsDnsSuffixes.some((suffix) => hostname.endsWith(`.${suffix}`));
}

const missedAt = ({ code, authority }: RecordedNotice): string =>
  `${noticeWording(code).words}${authority === undefined ? "" : ` (\`${authority}\`)`}`;

const because = (tunnels: readonly RecordedTunnel[], why: string): RecordedTunnel[] =>
  tunnels.filter((tunnel) => tunnel.why === why);

/** One host, and how many more. */
function quoted(hosts: readonly { readonly authority: string }[]): string {
  const names = [...new Set(hosts.map(({ authority }) => authority))];
  return `\`${names[0] ?? ""}\`${names.length > 1 ? ` and ${names.length - 1} more` : ""}`;
}
