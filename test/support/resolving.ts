/** Gives a name addresses of our choice, for what the machine's own resolver cannot be made to answer. */
import dns, { type LookupAddress } from "node:dns";
import { onTestFinished, vi } from "vitest";

type Answer = (error: null, addresses: LookupAddress[]) => void;

/** Until the end of the test; other names resolve as before. */
export function resolving(name: string, addresses: readonly string[]): void {
  const resolve: unknown = dns.lookup;
  const spy = vi.spyOn(dns, "lookup").mockImplementation(((...wanted: unknown[]) => {
    const answer = wanted.at(-1);
    if (wanted[0] !== name) return typeof resolve === "function" && resolve(...wanted);
    const found = addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    if (typeof answer === "function") process.nextTick(answer as Answer, null, found);
  }) as typeof dns.lookup);
  onTestFinished(() => spy.mockRestore());
}
