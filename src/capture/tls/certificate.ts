/**
 * Assembles X.509 certificates (RFC 5280) and is the sole owner of node-forge, of which it loads the ASN.1 writer
 * alone (the whole package costs 20 ms of every start). forge cannot sign with EC keys: node:crypto signs the bytes.
 */
import { createHash, createPublicKey, type KeyObject, sign } from "node:crypto";
import { createRequire } from "node:module";
import { isIP } from "node:net";
import type { asn1 as Asn1Module } from "node-forge";
import { addressBytes, maskBytes } from "./address-bytes.ts";

const asn1: typeof Asn1Module = createRequire(import.meta.url)("node-forge/lib/asn1.js");
const { Class, Type } = asn1;

type Node = Asn1Module.Asn1;

const OID = {
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  commonName: "2.5.4.3",
  organization: "2.5.4.10",
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  nameConstraints: "2.5.29.30",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  serverAuth: "1.3.6.1.5.5.7.3.1",
} as const;

const DNS_NAME = 2;
const IP_ADDRESS = 7;

export interface CertificateSigner {
  readonly name: DistinguishedName;
  readonly key: KeyObject;
}

interface DistinguishedName {
  readonly organization: string;
  readonly commonName?: string;
}

export interface CertificateFields {
  readonly serial: Buffer;
  readonly subject: DistinguishedName;
  readonly publicKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly issuer: CertificateSigner;
  readonly role:
    | { readonly kind: "leaf"; readonly hostname: string }
    | {
        readonly kind: "authority";
        readonly permittedDnsNames: readonly string[];
        /** Addresses in CIDR form; none: no address at all may be certified. */
        readonly permittedAddresses: readonly string[];
        /** How many authorities may stand below it (RFC 5280 4.2.1.9); absent: none. */
        readonly pathLength?: number;
      };
}

/** The signed certificate as PEM. */
export function certificatePem(fields: CertificateFields): string {
  const body = toBeSigned(fields);
  const signature = sign("sha256", Buffer.from(asn1.toDer(body).getBytes(), "latin1"), fields.issuer.key);
  const certificate = sequence(body, signatureAlgorithm(), bitString(signature));
  const base64 = Buffer.from(asn1.toDer(certificate).getBytes(), "latin1").toString("base64");
  const lines = base64.match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
}

function toBeSigned(fields: CertificateFields): Node {
  const version3 = contextual(0, [integer(2)]);
  return sequence(
    version3,
    primitive(Type.INTEGER, fields.serial.toString("latin1")),
    signatureAlgorithm(),
    name(fields.issuer.name),
    sequence(utcTime(fields.notBefore), utcTime(fields.notAfter)),
    name(fields.subject),
    asn1.fromDer(publicKeyInfo(fields.publicKey).toString("latin1")),
    contextual(3, [sequence(...extensions(fields))]),
  );
}

function extensions(fields: CertificateFields): Node[] {
  const ownId = keyIdentifier(fields.publicKey);
  const issuerId = keyIdentifier(createPublicKey(fields.issuer.key));
  const identifiers = [
    extension(OID.subjectKeyIdentifier, octets(ownId)),
    extension(OID.authorityKeyIdentifier, sequence(contextualOctets(0, issuerId))),
  ];
  const { role } = fields;
  if (role.kind === "leaf") {
    return [
      ...identifiers,
      extension(OID.basicConstraints, sequence(), "critical"),
      extension(OID.keyUsage, keyUsage(7, 0x80), "critical"),
      extension(OID.extendedKeyUsage, sequence(oid(OID.serverAuth))),
      extension(OID.subjectAltName, sequence(subjectAltName(role.hostname))),
    ];
  }
  return [
    ...identifiers,
    extension(
      OID.basicConstraints,
      sequence(primitive(Type.BOOLEAN, "\xff"), integer(role.pathLength ?? 0)),
      "critical",
    ),
    extension(OID.keyUsage, keyUsage(1, 0x06), "critical"),
    extension(OID.nameConstraints, nameConstraints(role.permittedDnsNames, role.permittedAddresses), "critical"),
  ];
}

/** RFC 5280 4.2.1.10. A kind of name that has no permitted subtree is free: forbid the kinds that we leave out. */
function nameConstraints(dnsNames: readonly string[], addresses: readonly string[]): Node {
  const permitted = [
    ...dnsNames.map((dnsName) => sequence(contextualOctets(DNS_NAME, Buffer.from(dnsName, "latin1")))),
    ...addresses.map((cidr) => sequence(contextualOctets(IP_ADDRESS, addressRange(cidr)))),
  ];
  const families = addresses.map((cidr) => isIP(cidr.split("/")[0] ?? ""));
  const excluded = [
    ...(dnsNames.length === 0 ? [sequence(contextualOctets(DNS_NAME, Buffer.alloc(0)))] : []),
    ...(families.includes(4) ? [] : [sequence(contextualOctets(IP_ADDRESS, Buffer.alloc(8)))]),
    ...(families.includes(6) ? [] : [sequence(contextualOctets(IP_ADDRESS, Buffer.alloc(32)))]),
  ];
  return sequence(
    ...(permitted.length === 0 ? [] : [contextual(0, permitted)]),
    ...(excluded.length === 0 ? [] : [contextual(1, excluded)]),
  );
}

function addressRange(cidr: string): Buffer {
  const [address = "", prefix] = cidr.split("/");
  const bytes = addressBytes(address);
  const mask = maskBytes(bytes.length, prefix === undefined ? bytes.length * 8 : Number(prefix));
  return Buffer.concat([bytes.map((byte, index) => byte & (mask[index] ?? 0)), mask]);
}

function subjectAltName(hostname: string): Node {
  return isIP(hostname) === 0
    ? contextualOctets(DNS_NAME, Buffer.from(hostname, "latin1"))
    : contextualOctets(IP_ADDRESS, addressBytes(hostname));
}

function name(parts: DistinguishedName): Node {
  const attribute = (type: string, value: string): Node =>
    asn1.create(Class.UNIVERSAL, Type.SET, true, [sequence(oid(type), primitive(Type.UTF8, value))]);
  return sequence(
    attribute(OID.organization, parts.organization),
    ...(parts.commonName === undefined ? [] : [attribute(OID.commonName, parts.commonName)]),
  );
}

function extension(id: string, value: Node, critical?: "critical"): Node {
  const flag = critical === undefined ? [] : [primitive(Type.BOOLEAN, "\xff")];
  return sequence(oid(id), ...flag, primitive(Type.OCTETSTRING, asn1.toDer(value).getBytes()));
}

const publicKeyInfo = (key: KeyObject): Buffer => key.export({ type: "spki", format: "der" });

/** SHA-1 of the key (RFC 5280 4.2.1.2 (1) takes the bare bits; any value that both sides share will do). */
const keyIdentifier = (key: KeyObject): Buffer => createHash("sha1").update(publicKeyInfo(key)).digest();

const primitive = (type: number, value: string): Node => asn1.create(Class.UNIVERSAL, type, false, value);
const sequence = (...parts: Node[]): Node => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts);
const contextual = (tag: number, parts: Node[]): Node => asn1.create(Class.CONTEXT_SPECIFIC, tag, true, parts);
const contextualOctets = (tag: number, bytes: Buffer): Node =>
  asn1.create(Class.CONTEXT_SPECIFIC, tag, false, bytes.toString("latin1"));
const octets = (bytes: Buffer): Node => primitive(Type.OCTETSTRING, bytes.toString("latin1"));
const bitString = (bytes: Buffer): Node => primitive(Type.BITSTRING, `\0${bytes.toString("latin1")}`);
const keyUsage = (unusedBits: number, bits: number): Node =>
  primitive(Type.BITSTRING, String.fromCharCode(unusedBits, bits));
const integer = (value: number): Node => primitive(Type.INTEGER, asn1.integerToDer(value).getBytes());
const oid = (value: string): Node => primitive(Type.OID, asn1.oidToDer(value).getBytes());
const utcTime = (date: Date): Node => primitive(Type.UTCTIME, asn1.dateToUtcTime(date));
const signatureAlgorithm = (): Node => sequence(oid(OID.ecdsaWithSha256));
