/**
 * Addresses that answer only to this machine, with its role's credentials: instance and container metadata. Programs reach them past
 * us (NO_PROXY, `run/no-proxy.ts`); whoever asks a proxy for them asks for what is not his.
 */
import { BlockList } from "node:net";
import { isListed } from "../authority.ts";

const LINK_LOCAL = new BlockList();
/** RFC 3927, RFC 4291 2.5.6. */
LINK_LOCAL.addSubnet("169.254.0.0", 16, "ipv4");
LINK_LOCAL.addSubnet("fe80::", 10, "ipv6");
/** https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html: fd00:ec2::254 and its like. */
LINK_LOCAL.addSubnet("fd00:ec2::", 32, "ipv6");
/** RFC 6052 2.1: 169.254.0.0/16 by way of a translator. */
LINK_LOCAL.addSubnet("64:ff9b::a9fe:0", 112, "ipv6");

/** In any spelling, IPv4 within IPv6 included; false for what is no address. */
export const isLinkLocal = (address: string): boolean => isListed(LINK_LOCAL, address);
